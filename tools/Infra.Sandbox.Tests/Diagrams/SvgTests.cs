using System.Text;
using System.Xml.Linq;
using Infra.Sandbox.Diagrams.Model;
using Infra.Sandbox.Diagrams.Svg;
using Infra.Sandbox.Tests.Diagrams.Support;
using Infra.Tests.Stack;

namespace Infra.Sandbox.Tests.Diagrams;

public sealed class SvgTests
{
    private const int MaximumBytes = 60_000;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Stacks => [.. KnownStacks.Names];

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Svg_OfEveryStack_IsSmallAndTheSameEachTime(string stack)
    {
        var text = SvgWriter.Text(await StackDiagrams.OfAsync(stack));

        Assert.InRange(Encoding.UTF8.GetByteCount(text), 1, MaximumBytes);
        Assert.Equal(text, SvgWriter.Text(await StackDiagrams.OfAsync(stack)));
        Assert.DoesNotContain('\r', text);
    }

    // GitHub shows images without scripts and without anything from elsewhere.
    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Svg_NeedsNothingElse(string stack)
    {
        var root = Parse(SvgWriter.Text(await StackDiagrams.OfAsync(stack)));

        Assert.Equal(
            ["desc", "g", "path", "rect", "style", "svg", "text", "title"],
            root.DescendantsAndSelf().Select(element => element.Name.LocalName).Distinct().Except(["tspan"]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(root.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName is "href" or "onload");
        Assert.DoesNotContain("url(", root.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Svg_IsDescribedForThoseWhoCannotSeeIt()
    {
        var root = Parse(SvgWriter.Text(await StackDiagrams.OfFileAsync("prod")));

        Assert.Equal(("img", "title desc"), ((string?)root.Attribute("role"), (string?)root.Attribute("aria-labelledby")));
        Assert.Equal("dekart-prod in eu-central-1", root.Element(Svg + "title")!.Value);
        Assert.Equal(
            "Edge: Internet, dekart.example.com, Sign-in. Public subnets: Application Load Balancer, Service dekart. Isolated subnets: Database. "
                + "Regional services: Bucket lb-logs, Bucket results, Secrets, Alarms. "
                + "Allowed connections: Internet to Application Load Balancer on TCP 80, 443; "
                + "Application Load Balancer to Service dekart on TCP 8080; Service dekart to Database on TCP 5432.",
            root.Element(Svg + "desc")!.Value);
    }

    [Fact]
    public async Task Svg_HasItsTextsAsText()
    {
        var root = Parse(SvgWriter.Text(await StackDiagrams.OfFileAsync("prod")));

        Assert.Superset(
            new HashSet<string> { "Service dekart", "Database", "eu-central-1a", "10.30.32.0/20", "80, 443", "8080", "5432", "internet-facing", "Public subnets" },
            root.Descendants(Svg + "text").Select(text => text.Value).ToHashSet());
    }

    [Fact]
    public async Task Svg_HasABackgroundAndColorsForBothSchemes()
    {
        var text = SvgWriter.Text(await StackDiagrams.OfFileAsync("prod"));

        Assert.Contains("<rect class=\"page\" width=\"900\"", text, StringComparison.Ordinal);
        Assert.Contains("\n.page{fill:#fff}\n", text, StringComparison.Ordinal);
        Assert.Contains("\n@media (prefers-color-scheme:dark){\n", text, StringComparison.Ordinal);
        Assert.Contains("\n.page{fill:#0d1117}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void TextsOfOthers_AreEscaped()
    {
        var diagram = new Diagram
        {
            Title = "<script>\"&\u0001",
            Network = [],
            Zones = [],
            Bands = [new Band(BandKind.Edge, [], [new DiagramNode { Id = "a", Kind = NodeKind.Internet, Title = "</text><script/>" }])],
            Arrows = [],
        };

        var root = Parse(SvgWriter.Text(diagram));

        Assert.Equal("<script>\"& ", root.Element(Svg + "title")!.Value);
        Assert.Contains(root.Descendants(Svg + "text"), text => text.Value == "</text><script/>");
    }

    private static XElement Parse(string text) => XDocument.Parse(text).Root!;
}
