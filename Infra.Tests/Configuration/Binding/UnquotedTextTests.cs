using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;

namespace Infra.Tests.Configuration.Binding;

/// <summary>Unquoted text that YAML changes. CliScalarTests has the conversions.</summary>
public sealed class UnquotedTextTests
{
    [Theory]
    [InlineData("012345678901", "12345678901")]
    [InlineData("3.10", "3.1")]
    [InlineData("2024-01-01", "2024-01-01 00:00:00 +0000 UTC")]
    [InlineData("True", "true")]
    public void ChangedText_NeedsQuotes(string written, string received)
    {
        var problem = $"{written} is read as {received}; put it in quotes: \"{written}\"";

        Assert.Equal([$"app:service.environment.X: {problem}"], Problems($"environment: {{X: {written}}}"));
        Assert.Equal([$"app:service.command[1]: {problem}"], Problems($"command: [run, {written}]"));
        Assert.Equal([$"app:tags.cost: {problem}"], Problems("exec: false", $"app:tags: {{cost: {written}}}"));
    }

    [Theory]
    [InlineData("5432")]
    [InlineData("true")]
    [InlineData("yes")]
    [InlineData("\"0123\"")]
    [InlineData("'2024-01-01'")]
    [InlineData("!!str 0123")]
    [InlineData("1.10.0")]
    public void UnchangedText_NeedsNoQuotes(string written) => Assert.Empty(Problems($"environment: {{X: {written}}}"));

    [Fact]
    public void ChangedTopLevelText_NeedsQuotes() => Assert.Equal(
        ["app:name: 017 is read as 15; put it in quotes: \"017\""], Problems("exec: false", "app:name: 017"));

    [Fact]
    public void Number_WithLeadingZero_IsRejected() => Assert.Equal(
        ["app:service.desiredCount: 010 is read as 8 because of its leading zero; write 8, or the number without the zero"],
        Problems("desiredCount: 010"));

    [Theory]
    [InlineData("1_024")]
    [InlineData("0x400")]
    [InlineData("1024.0")]
    public void Number_InAnotherNotation_IsAccepted(string written) => Assert.Empty(Problems($"ephemeralStorageGiB: 25\n    stopTimeoutSeconds: 3e1\n    cpuUnits: {written}\n    memoryMiB: 2048"));

    [Theory]
    [InlineData("desiredCount: 99999999999999999999", "desiredCount: 99999999999999999999 is out of range; use 0 to 5000")]
    [InlineData("desiredCount: 1e4", "desiredCount: 1e4 is out of range; use 0 to 5000")]
    [InlineData("exec: 0x1", "exec: 0x1 is not true or false")]
    [InlineData("command: 3.10", "command: 3.10 is not a list of text; write [first, second], or one \"- item\" per line")]
    public void Problem_ShowsTheSpellingInTheFile(string service, string problem) => Assert.Equal([$"app:service.{problem}"], Problems(service));

    [Theory]
    [InlineData("""{"environment":{"X":3.1}}""", "3.1")]
    [InlineData("""{"environment":{"X":1e+21}}""", "1e+21")]
    [InlineData("""{"environment":{"X":100000000000000000000}}""", "100000000000000000000")]
    [InlineData("""{"environment":{"X":"2024-01-01 00:00:00 +0000 UTC"}}""", "\"2024-01-01 00:00:00 +0000 UTC\"")]
    public void UnknownFile_TextThatMayDiffer_NeedsQuotes(string service, string shown) => Assert.Equal(
        [$"app:service.environment.X: {shown} may differ from the file, as 3.10 is read as 3.1; put it in quotes"],
        Support.Problems.Of(("service", service)));

    [Theory]
    [InlineData("""{"environment":{"X":5432}}""")]
    [InlineData("""{"environment":{"X":true}}""")]
    [InlineData("""{"environment":{"X":"3.1"}}""")]
    public void UnknownFile_TextThatCannotDiffer_IsAccepted(string service) => Assert.Empty(Support.Problems.Of(("service", service)));

    private static IReadOnlyList<string> Problems(string service, string more = "app:dashboard: false")
    {
        var yaml = $$"""
            config:
              aws:region: eu-central-1
              {{more}}
              app:network: {cidr: 10.0.0.0/16, zones: [eu-central-1a, eu-central-1b], natGateways: none}
              app:service:
                image: nginx:1.29
                {{service}}
            """ + (more.StartsWith("app:name", StringComparison.Ordinal) ? "" : "\n  app:name: shop");
        var project = new ProjectFile { Name = "app", Directory = "/", StackDirectory = "/", Defaults = new Dictionary<string, ConfigValue>() };
        try
        {
            StackConfigLoader.Load(StackFile.Parse(new YamlFile("Pulumi.dev.yaml", yaml), project), "dev");
            return [];
        }
        catch (Pulumi.RunException refusal)
        {
            return [.. refusal.Message.Split("\n  - ").Skip(1)];
        }
    }
}
