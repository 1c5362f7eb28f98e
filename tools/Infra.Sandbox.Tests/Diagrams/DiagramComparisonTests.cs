using Infra.Sandbox.Diagrams.Comparison;
using Infra.Sandbox.Diagrams.Layout;
using Infra.Sandbox.Diagrams.Model;
using Infra.Sandbox.Diagrams.Svg;
using Infra.Sandbox.Tests.Diagrams.Support;

namespace Infra.Sandbox.Tests.Diagrams;

public sealed class DiagramComparisonTests
{
    [Fact]
    public async Task NatGateways_AreNewInEachZone()
    {
        var diagram = await StackDiagrams.EditedAsync("prod", ("natGateways: none", "natGateways: onePerZone"));

        Assert.Equal(
            [("eu-central-1a", "NAT gateway", ChangeState.New), ("eu-central-1b", "NAT gateway", ChangeState.New)],
            diagram.Bands.Single(band => band.Kind == BandKind.Public).Subnets
                .SelectMany(subnet => subnet.Facts.Where(fact => fact.State != ChangeState.Same).Select(fact => (subnet.Zone, fact.Text, fact.State))));
        Assert.DoesNotContain(diagram.Nodes, node => node.State != ChangeState.Same);
        Assert.DoesNotContain(diagram.Arrows, arrow => arrow.State != ChangeState.Same);
    }

    [Fact]
    public async Task ChangedValue_ShowsBothValues()
    {
        var diagram = await StackDiagrams.EditedAsync("prod", ("db.t4g.medium", "db.t4g.large"));

        Assert.Equal(["Database"], ChangedIn(diagram));
        Assert.Equal(
            [("db.t4g.medium → db.t4g.large", ChangeState.Changed)],
            Find(diagram, "database").Facts.Where(fact => fact.State != ChangeState.Same).Select(fact => (fact.Text, fact.State)));
    }

    [Fact]
    public async Task ChangeThatTheBoxDoesNotSay_MarksTheBox() =>
        Assert.Equal(["Service dekart"], ChangedIn(await StackDiagrams.EditedAsync("prod", ("DEKART_STORAGE: S3", "DEKART_STORAGE: S4"))));

    [Fact]
    public async Task RemovedPart_IsGoneWithItsArrows()
    {
        var diagram = await StackDiagrams.EditedAsync(
            "live-beats", ("    volumes:\n      uploads:\n        fileSystem: uploads\n        mountPath: /app/uploads\n        uid: 65534\n        gid: 65534\n", ""),
            ("  app:fileSystems:\n    uploads:\n      deletionProtection: false\n      transitionToColdAfterDays: 30\n", ""));

        Assert.Equal(ChangeState.Gone, Find(diagram, "file-systems").State);
        Assert.Equal(
            [("service", "file-systems", ChangeState.Gone)],
            diagram.Arrows.Where(arrow => arrow.State != ChangeState.Same).Select(arrow => (arrow.From, arrow.To, arrow.State)));
    }

    [Fact]
    public async Task ChangedPort_IsGoneAndNewOnOneArrow()
    {
        var diagram = await StackDiagrams.EditedAsync("prod", ("containerPort: 8080", "containerPort: 9090"));

        var arrow = diagram.Arrows.Single(one => one is { From: "load-balancer", To: "service" });
        Assert.Equal(ChangeState.Changed, arrow.State);
        Assert.Equal([("8080", ChangeState.Gone), ("9090", ChangeState.New)], arrow.Ports.Select(port => (port.Text, port.State)).Order());
    }

    [Fact]
    public async Task ServiceThatMovesToOtherSubnets_IsInBothBands()
    {
        var diagram = await StackDiagrams.EditedAsync(
            "prod", ("natGateways: none", "natGateways: single"), ("subnets: public", "subnets: private"));

        Assert.Equal(
            [(BandKind.Public, ChangeState.Gone), (BandKind.Private, ChangeState.Changed)],
            diagram.Bands.SelectMany(band => band.Nodes.Where(node => node.Kind == NodeKind.Service).Select(node => (band.Kind, node.State))));
    }

    [Fact]
    public async Task Comparison_HasALegendAndIsReadable()
    {
        var diagram = await StackDiagrams.EditedAsync(
            "prod", ("natGateways: none", "natGateways: single"), ("interfaceEndpoints: []", "interfaceEndpoints: [ecr.api, logs]"), ("subnets: public", "subnets: private"));
        var text = SvgWriter.Text(diagram);

        PictureAssert.IsReadable(LayoutEngine.Layout(diagram));
        Assert.Contains(">from old.yaml to new.yaml</text>", text, StringComparison.Ordinal);
        Assert.All(["new", "changed", "gone"], state => Assert.Contains($">{state}</text>", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("abc", "abc", "abc")]
    [InlineData("abc", "ac", "a-bc")]
    [InlineData("abc", "c", "-a-bc")]
    [InlineData("abc", "bda", "b-cda")]
    [InlineData("", "a", "a")]
    [InlineData("ab", "", "-a-b")]
    public void GoneItems_FollowTheOneTheyFollowed(string old, string @new, string merged) => Assert.Equal(
        merged,
        string.Concat(Pairing.Merge(old.Select(one => $"{one}"), @new.Select(one => $"{one}"), one => one).Select(pair => pair.New ?? $"-{pair.Old}")));

    private static IEnumerable<string> ChangedIn(Diagram diagram) => diagram.Nodes.Where(node => node.State != ChangeState.Same).Select(node => node.Title);

    private static DiagramNode Find(Diagram diagram, string id) => diagram.Nodes.Single(node => node.Id == id);
}
