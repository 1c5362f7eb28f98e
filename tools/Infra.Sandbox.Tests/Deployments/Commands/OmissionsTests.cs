using System.Collections.Immutable;
using Infra.Sandbox.Deployments.Commands;
using Infra.Sandbox.Deployments.Runs;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform;
using Infra.Sandbox.Terraform.Document;

namespace Infra.Sandbox.Tests.Deployments.Commands;

public sealed class OmissionsTests
{
    private static readonly ResourceKey Service = new("aws:ecs/service:Service", "shop");
    private static readonly ResourceKey Database = new("aws:rds/instance:Instance", "shop");

    private static readonly TerraformProgram Program = new()
    {
        Document = "",
        MockTest = "",
        Variables = [],
        UnknownInputs = [],
        OmittedOptions = [],
        EmulatorDifferences = [],
        Addresses = ImmutableDictionary<string, ResourceKey>.Empty,
        Sources = new SourceMap([], []),
        HostedZones = [],
    };

    [Fact]
    public void CompleteProgram_HasNoOmissions() => Assert.Empty(Describe(Program));

    [Fact]
    public void UnknownInputs_AreListedByName() => Assert.Equal(
        ["Omitted, because hashicorp/aws 5.100.0 does not support it:", "    aws:ecs/service:Service::shop: deploymentConfiguration, sigintRollback"],
        Describe(Program with { UnknownInputs = [new(Service, "deploymentConfiguration"), new(Service, "sigintRollback")] }));

    [Fact]
    public void Differences_AreListedWithTheirReasons() => Assert.Equal(
        [
            "Omitted or changed in the sandbox:",
            "    aws:rds/instance:Instance::shop: protect: it must go",
            "    aws:ecs/service:Service::shop: a, b: it is not kept",
        ],
        Describe(Program with
        {
            OmittedOptions = [new(Database, "protect", "it must go")],
            EmulatorDifferences = [new(Service, "a", "it is not kept"), new(Service, "b", "it is not kept")],
        }));

    private static IEnumerable<string> Describe(TerraformProgram program) =>
        Omissions.Describe(program, new ProviderLock("registry.terraform.io/hashicorp/aws", "5.100.0"));
}
