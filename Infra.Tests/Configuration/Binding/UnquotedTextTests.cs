using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;
using Infra.Tests.Support;

namespace Infra.Tests.Configuration.Binding;

/// <summary>Text that YAML takes for something else. The program is to run with what the operator sees.</summary>
public sealed class UnquotedTextTests
{
    [Theory]
    [InlineData("012345678901", "12345678901")]
    [InlineData("3.10", "3.1")]
    [InlineData("0007", "7")]
    [InlineData("0123", "83")]
    [InlineData("1e10", "10000000000")]
    [InlineData("1_000", "1000")]
    [InlineData("0b101", "5")]
    [InlineData("0x1F", "31")]
    [InlineData("+5", "5")]
    [InlineData(".5", "0.5")]
    [InlineData("2024-01-01", "2024-01-01 00:00:00 +0000 UTC")]
    [InlineData("True", "true")]
    [InlineData("18446744073709551616", "18446744073709552000")]
    public void Text_ThatArrivesAsAnother_NeedsQuotes(string written, string arriving)
    {
        var problem = $"{written} arrives as {arriving}; put it in quotes: \"{written}\"";

        Assert.Equal([$"app:service.environment.X: {problem}"], Problems($"environment: {{X: {written}}}"));
        Assert.Equal([$"app:service.command[1]: {problem}"], Problems($"command: [run, {written}]"));
        Assert.Equal([$"app:tags.cost: {problem}"], Problems("exec: false", $"app:tags: {{cost: {written}}}"));
    }

    [Theory]
    [InlineData("5432")]
    [InlineData("-1")]
    [InlineData("3.1")]
    [InlineData("0.25")]
    [InlineData("true")]
    [InlineData("yes")]
    [InlineData("on")]
    [InlineData("12:30:00")]
    [InlineData("123456789012")]
    [InlineData("12345678901234567890")]
    [InlineData("\"0123\"")]
    [InlineData("'2024-01-01'")]
    [InlineData("!!str 0123")]
    [InlineData("1.10.0")]
    public void Text_ThatArrivesAsItIs_NeedsNone(string written) => Assert.Empty(Problems($"environment: {{X: {written}}}"));

    [Fact]
    public void TopLevelText_NeedsQuotesToo() => Assert.Equal(
        ["app:name: 017 arrives as 15; put it in quotes: \"017\""], Problems("exec: false", "app:name: 017"));

    [Fact]
    public void Number_WithAZeroInFront_IsNotGuessed() => Assert.Equal(
        ["app:service.desiredCount: 010 arrives as 8, because of the zero in front; write 8, or the number without the zero"],
        Problems("desiredCount: 010"));

    [Theory]
    [InlineData("1_024")]
    [InlineData("0x400")]
    [InlineData("1024.0")]
    public void Number_InAnotherSpelling_IsANumber(string written) => Assert.Empty(Problems($"ephemeralStorageGiB: 25\n    stopTimeoutSeconds: 3e1\n    cpuUnits: {written}\n    memoryMiB: 2048"));

    [Theory]
    [InlineData("desiredCount: 99999999999999999999", "desiredCount: 99999999999999999999 is out of range; use 0 to 5000")]
    [InlineData("desiredCount: 1e4", "desiredCount: 1e4 is out of range; use 0 to 5000")]
    [InlineData("exec: 0x1", "exec: 0x1 is not true or false")]
    [InlineData("command: 3.10", "command: 3.10 is not a list of text; write [first, second], or each item in a line of its own that begins with -")]
    public void Value_InAProblem_IsShownAsItIsWritten(string service, string problem) => Assert.Equal([$"app:service.{problem}"], Problems(service));

    [Theory]
    [InlineData("""{"environment":{"X":3.1}}""", "3.1")]
    [InlineData("""{"environment":{"X":1e+21}}""", "1e+21")]
    [InlineData("""{"environment":{"X":100000000000000000000}}""", "100000000000000000000")]
    [InlineData("""{"environment":{"X":"2024-01-01 00:00:00 +0000 UTC"}}""", "\"2024-01-01 00:00:00 +0000 UTC\"")]
    public void Text_OfAFileThatIsNotKnown_NeedsQuotesWhereItMayDiffer(string service, string shown) => Assert.Equal(
        [$"app:service.environment.X: {shown} may be spelt otherwise in the file, as 3.10 is 3.1; put it in quotes"],
        Support.Problems.Of(("service", service)));

    [Theory]
    [InlineData("""{"environment":{"X":5432}}""")]
    [InlineData("""{"environment":{"X":true}}""")]
    [InlineData("""{"environment":{"X":"3.1"}}""")]
    public void Text_OfAFileThatIsNotKnown_IsTakenWhereItCannot(string service) => Assert.Empty(Support.Problems.Of(("service", service)));

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
