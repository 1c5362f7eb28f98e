using System.Text.Json.Nodes;
using System.Xml.Linq;
using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles;

/// <summary>The lifecycle of the dev stack, with an edit of its stack file.</summary>
[CollectionDefinition(Collection)]
public sealed class DevLifecycle() : StackLifecycle("dev"), ICollectionFixture<DevLifecycle>
{
    public const string Collection = nameof(DevLifecycle);

    internal CommandRun PlanOfEdit { get; private set; } = null!;

    internal CommandRun UpOfEdit => Rounds[0].Up;

    internal XElement Rules { get; private set; } = null!;

    internal JsonNode Service { get; private set; } = null!;

    internal JsonNode TaskDefinition { get; private set; } = null!;

    internal JsonNode Certificates { get; private set; } = null!;

    internal XElement Records { get; private set; } = null!;

    private protected override async Task InspectAsync(EmulatorProbe probe)
    {
        Rules = await probe.RulesAsync(Listeners, "443");
        Service = await probe.ServiceAsync("dekart-dev", "dekart");
        TaskDefinition = await probe.TaskDefinitionAsync("dekart-dev");
        Certificates = await probe.CallAsync("acm", "CertificateManager.ListCertificates");
        var zone = (await probe.GetAsync("route53", "/2013-04-01/hostedzone")).Descendants("Id").Single().Value;
        Records = await probe.GetAsync("route53", $"/2013-04-01{zone}/rrset");
    }

    private protected override async Task InspectEditAsync()
    {
        if (Rounds.Count == 0)
        {
            PlanOfEdit = await RunAsync("plan");
        }
    }
}
