using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Tests.Stack;
using Infra.Tests.Support;

namespace Infra.Tests.Documentation;

/// <summary>docs/costs.md: the table is whole, adds up, and is worked out line by line.</summary>
public sealed partial class CostsTests
{
    private const int FirstPart = 2;

    private static readonly string[] Lines = File.ReadAllLines(RepositoryFiles.Path("docs", "costs.md"));

    [Fact]
    public void Table_HasEveryStackFileThatIsShipped() => Assert.Equal(
        [
            .. StackFiles("", "Pulumi.*.yaml"),
            .. StackFiles("examples", "*.yaml"),
        ],
        Rows().Select(row => row[0].Trim('`')).Order(StringComparer.Ordinal));

    [Fact]
    public void Table_NamesTheRegionOfEachFile() => Assert.All(Rows(), row => Assert.Contains(
        $"  aws:region: {row[1]}", File.ReadAllLines(RepositoryFiles.Path(row[0].Trim('`').Split('/')))));

    [Fact]
    public void Rows_AddUp() => Assert.All(Rows(), row => Assert.Equal(Amount(row[^1].Trim('*')), row[FirstPart..^1].Sum(Amount)));

    [Fact]
    public void EachPartOfEachRow_IsWorkedOut() => Assert.All(Rows(), row =>
    {
        var section = Section(row[0].Trim('`'));
        var parts = Table()[0].Zip(row).Skip(FirstPart).SkipLast(1).Where(part => part.Second != "–").Select(part => $"{part.First} {part.Second}");

        Assert.Equal(parts, section.Select(line => WorkedOut().Match(line)).Where(match => match.Success).Select(match => $"{match.Groups[1]} {match.Groups[2]}"));
    });

    [Theory]
    [InlineData("Pulumi.dev.yaml", "dev", "1 × 0.40", null)]
    [InlineData("Pulumi.prod.yaml", "prod", "1 × 0.40", "8 alarms on 9 metrics")]
    [InlineData("examples/minimal.yaml", "minimal", null, null)]
    [InlineData("examples/live-beats.yaml", "livebeats", "2 × 0.40", null)]
    [InlineData("examples/ecs-guide.yaml", "ecsguide", null, null)]
    [InlineData("examples/datero-demo.yaml", "daterodemo", "1 × 0.40", null)]
    [InlineData("examples/datero.yaml", "datero", "1 × 0.40", null)]
    [InlineData("examples/event-jobs.yaml", "eventjobs", "1 × 0.40", "24 alarms on 28 metrics")]
    public async Task SecretsAndAlarms_AreAsManyAsTheStackHas(string file, string stack, string? secrets, string? alarms)
    {
        var run = await KnownStacks.Run(stack);
        var text = string.Join('\n', Section(file));
        var (secretCount, alarmCount) = (run.All<SecretsManager.Secret>().Count, run.All<CloudWatch.MetricAlarm>().Count);
        var metricCount = run.All<CloudWatch.MetricAlarm>().Sum(alarm => Math.Max(1, Queries(alarm).Count(query => query.ContainsKey("metric"))));

        Assert.Equal(secrets, secretCount == 0 ? null : $"{secretCount} × 0.40");
        Assert.Equal(alarms, alarmCount == 0 ? null : $"{alarmCount} alarms on {metricCount} metrics");
        Assert.All(new[] { secrets, alarms }.OfType<string>(), count => Assert.Contains(count, text, StringComparison.Ordinal));
    }

    private static IEnumerable<ImmutableDictionary<string, object>> Queries(RegisteredResource alarm) =>
        alarm.List("metricQueries").Cast<ImmutableDictionary<string, object>>();

    private static List<string> Section(string file) =>
        [.. Lines.SkipWhile(line => line != $"### `{file}`").Skip(1).TakeWhile(line => !line.StartsWith('#'))];

    private static IEnumerable<string> StackFiles(string folder, string pattern) => Directory
        .EnumerateFiles(Path.Combine(RepositoryFiles.Root, folder), pattern)
        .Select(path => Path.GetRelativePath(RepositoryFiles.Root, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    private static List<string[]> Table() =>
    [
        .. Lines.Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];

    // After the headings and the line below them.
    private static IEnumerable<string[]> Rows() => Table().Skip(2);

    private static decimal Amount(string text) => text == "–" ? 0 : decimal.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("^- ([^:]+): .* = ([0-9.]+)$")]
    private static partial Regex WorkedOut();
}
