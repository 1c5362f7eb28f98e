using System.Text.RegularExpressions;
using Infra.Sandbox.Diagrams.Layout;
using Infra.Sandbox.Diagrams.Model;
using Infra.Sandbox.Diagrams.Svg;
using Infra.Sandbox.Tests.Diagrams.Support;
using Infra.Tests.Stack;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Diagrams;

public sealed partial class ArrowTests
{
    private const int ArrowsOfTheLegend = 2;

    public static TheoryData<string> Stacks => [.. KnownStacks.Names];

    [Fact]
    public async Task EventJobs_HasOneArrowForEachConnection() => Assert.Equal(
        [
            "internet → load-balancer 80, 443",
            "load-balancer → service 8080",
            "load-balancer → service-admin 3000",
            "service → service-admin 3000",
            "service → cache 6379",
            "service → file-systems 2049",
            "service-worker → cache 6379",
            "service-worker → file-systems 2049",
        ],
        (await StackDiagrams.OfFileAsync("event-jobs")).Arrows.Select(arrow => $"{arrow.From} → {arrow.To} {arrow.PortsText}"));

    /// <summary>The reviewed list of rules is the snapshot of <see cref="ReachInvariants"/>.</summary>
    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Arrows_AreTheRulesOfTheSecurityGroups(string stack)
    {
        var rules = (await File.ReadAllLinesAsync(RepositoryFiles.Path("Infra.Tests", "Snapshots", $"{stack}.reach.txt")))
            .Select(line => Rule().Match(line))
            .Where(rule => !IsAddress(rule.Groups["to"].Value))
            .Select(rule => $"{(IsAddress(rule.Groups["from"].Value) ? "internet" : rule.Groups["from"].Value)} → {rule.Groups["to"].Value} {rule.Groups["port"].Value}")
            .Distinct()
            .ToList();
        var diagram = await StackDiagrams.OfAsync(stack);

        Assert.NotEmpty(rules);
        Assert.Equal(rules.Order(StringComparer.Ordinal), ConnectionsOf(diagram).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task EveryArrow_IsDrawn(string stack)
    {
        var diagram = await StackDiagrams.OfAsync(stack);

        Assert.Equal(diagram.Arrows, LayoutEngine.Layout(diagram).Arrows.Select(arrow => arrow.Arrow).OrderBy(diagram.Arrows.IndexOf));
        Assert.Equal(diagram.Arrows.Length + ArrowsOfTheLegend, Line().Count(SvgWriter.Text(diagram)));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Ports_OfEveryArrow_AreAtItsReceiver(string stack)
    {
        var picture = LayoutEngine.Layout(await StackDiagrams.OfAsync(stack));
        var labels = picture.Arrows.Where(arrow => arrow.Label is not null).ToList();

        Assert.All(picture.Arrows, arrow => Assert.Contains(
            labels,
            other => other.Arrow.To == arrow.Arrow.To && other.Points[^1] == arrow.Points[^1] && other.Label!.Line.Text == arrow.Arrow.PortsText));
    }

    private static IEnumerable<string> ConnectionsOf(Diagram diagram) => diagram.Arrows.SelectMany(
        arrow => arrow.Ports.Select(port => $"{arrow.From} → {arrow.To} {port.Text.Replace('–', '-')}"));

    private static bool IsAddress(string end) => end.Contains('/', StringComparison.Ordinal);

    [GeneratedRegex("^(?<from>.+) -> (?<to>.+)  tcp (?<port>[0-9-]+)")]
    private static partial Regex Rule();

    [GeneratedRegex("<path class=\"line")]
    private static partial Regex Line();
}
