using System.Text.Json.Nodes;
using Infra.Configuration.StackFiles;
using Infra.Sandbox.Evaluation;
using Infra.Sandbox.Terraform;
using Infra.Sandbox.Tests.Terraform.Support;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Terraform;

public sealed class ShippedStacksTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task EveryInput_IsKnownToTheProvider(string stack) => Assert.Equal(
        // Supported since 6.4.
        ["aws:ecs/service:Service::dekart deploymentConfiguration"],
        (await TranslateAsync(stack)).UnknownInputs.Select(input => $"{input.Resource} {input.Path}"));

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task EveryResource_IsInTheDocument(string stack)
    {
        var program = await TranslateAsync(stack);
        var document = JsonNode.Parse(program.Document)!;

        Assert.InRange(program.Addresses.Count, 60, 100);
        Assert.Equal(
            program.Addresses.Keys.Order(StringComparer.Ordinal),
            AddressesIn(document["resource"]!, "").Concat(AddressesIn(document["data"]!, "data.")).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("dev", "")]
    [InlineData(
        "prod",
        "aws:lb/loadBalancer:LoadBalancer::dekart-lb protect\naws:rds/parameterGroup:ParameterGroup::dekart-database retainOnDelete\n"
            + "aws:rds/instance:Instance::dekart-database protect\naws:s3/bucket:Bucket::dekart-buckets-results protect")]
    public async Task OmittedOptions_AreListed(string stack, string options) => Assert.Equal(
        options,
        string.Join('\n', (await TranslateAsync(stack)).OmittedOptions.Select(option => $"{option.Resource} {option.Option}")));

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task RandomValues_AreVariables(string stack)
    {
        var program = await TranslateAsync(stack);

        Assert.Equal(
            ["dekart_database_id False", "dekart_database_password True"],
            program.Variables.Select(variable => $"{variable.Name} {variable.IsSensitive}"));
        Assert.Equal(["example.com"], program.HostedZones.ToArray());
    }

    [Fact]
    public async Task Document_IsDeterministic() => Assert.Equal((await TranslateAsync("dev")).Document, (await TranslateAsync("dev")).Document);

    private static IEnumerable<string> AddressesIn(JsonNode section, string prefix) =>
        section.AsObject().SelectMany(type => type.Value!.AsObject().Select(resource => $"{prefix}{type.Key}.{resource.Key}"));

    private static async Task<TerraformProgram> TranslateAsync(string stack)
    {
        var project = ProjectFile.Find(RepositoryFiles.Root);
        var values = StackFile.Read(project, stack, null, RepositoryFiles.Root);
        var graph = await StackEvaluator.EvaluateAsync(project, stack, StackConfigLoader.Load(values, stack), values);
        return Translation.Of(graph, Translation.Emulator);
    }
}
