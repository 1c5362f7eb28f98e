using Infra.Sandbox.Diagrams.Layout;
using Infra.Sandbox.Tests.Diagrams.Support;
using Infra.Tests.Stack;

namespace Infra.Sandbox.Tests.Diagrams;

public sealed class LayoutTests
{
    public static TheoryData<string> Stacks => [.. KnownStacks.Names];

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Picture_OfEveryStack_IsReadable(string stack) => PictureAssert.IsReadable(LayoutEngine.Layout(await StackDiagrams.OfAsync(stack)));

    [Fact]
    public void Picture_OfGeneratedDiagrams_IsReadable()
    {
        var diagrams = new GeneratedDiagrams(seed: 11);
        for (var number = 0; number < 300; number++)
        {
            PictureAssert.IsReadable(LayoutEngine.Layout(diagrams.Next()));
        }
    }

    [Fact]
    public async Task ProdsArrows_AreOneStraightLine()
    {
        var arrows = LayoutEngine.Layout(await StackDiagrams.OfFileAsync("prod")).Arrows;

        Assert.Equal(3, arrows.Length);
        Assert.Equal(184, Assert.Single(arrows.SelectMany(arrow => arrow.Points).Select(point => point.X).Distinct()));
    }

    [Fact]
    public async Task StraightArrows_AreInOneLineAroundLabels()
    {
        var arrows = LayoutEngine.Layout(await StackDiagrams.OfFileAsync("event-jobs")).Arrows.Where(arrow => arrow.Points.Length == 2).ToList();

        Assert.Equal(3, arrows.Count);
        Assert.Single(arrows.Select(arrow => arrow.Points[0].X).Distinct());
    }

    [Fact]
    public async Task Service_IsAsWideAsItsZones()
    {
        var picture = LayoutEngine.Layout(await StackDiagrams.OfFileAsync("event-jobs"));
        var service = picture.Boxes.Single(box => box.Node.Id == "service").Frame;

        Assert.Equal(3, picture.Zones.Length);
        Assert.Equal((picture.Zones[0].X + 8, picture.Zones[2].Right - 8), (service.X, service.Right));
    }

    [Theory]
    [InlineData("dekart", 11, 37)]
    [InlineData("", 11, 0)]
    [InlineData("日本", 11, 22)]
    public void Width_IsThatOfAWideFont(string text, int size, int width) => Assert.Equal(width, TextMetrics.Width(text, size));

    [Theory]
    [InlineData("short", "short")]
    [InlineData("123456789012.dkr.ecr.eu-central-1.amazonaws.com/app:1.0.0", "123456789012.…com/app:1.0.0")]
    public void LongText_KeepsBothItsEnds(string text, string shown) => Assert.Equal(shown, TextMetrics.Fit(text, 180, 11));
}
