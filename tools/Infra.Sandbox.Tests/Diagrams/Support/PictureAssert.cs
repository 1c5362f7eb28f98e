using Infra.Sandbox.Diagrams.Layout;

namespace Infra.Sandbox.Tests.Diagrams.Support;

/// <summary>Asserts that nothing overlaps, crosses or is cut off.</summary>
internal static class PictureAssert
{
    public static void IsReadable(Picture picture)
    {
        var page = new Frame(0, 0, picture.Width, picture.Height);
        Assert.All(picture.Boxes, box => AssertInside(box.Frame, page));
        AssertDisjoint([.. picture.Boxes.Select(box => box.Frame)]);
        AssertDisjoint([.. picture.Bands.Select(band => band.Frame)]);
        Assert.All(picture.Boxes, box => Assert.Single(picture.Bands, band => IsInside(box.Frame, band.Frame)));
        AssertTexts(picture, page);
        AssertArrows(picture, page);
    }

    private static void AssertTexts(Picture picture, Frame page)
    {
        foreach (var box in picture.Boxes)
        {
            Assert.All(box.Labels, label => AssertInside(label.Frame, box.Frame));
            AssertDisjoint([.. box.Labels.Select(label => label.Frame)]);
        }

        var outside = picture.Labels.Concat(picture.Arrows.Select(arrow => arrow.Label).OfType<PlacedLabel>()).ToList();
        AssertDisjoint([.. outside.Select(label => label.Frame), .. picture.Boxes.Select(box => box.Frame)]);
        Assert.All(outside, label => AssertInside(label.Frame, page));
        Assert.All(outside.Concat(picture.Boxes.SelectMany(box => box.Labels)), AssertFits);
    }

    private static void AssertFits(PlacedLabel label)
    {
        var (size, isBold) = label.Kind switch
        {
            LabelKind.BoxTitle => (13, true),
            LabelKind.Zone or LabelKind.Band => (11, true),
            _ => (11, false),
        };
        Assert.True(TextMetrics.Width(label.Line.Text, size, isBold) <= label.Frame.Width, $"'{label.Line.Text}' does not fit into {label.Frame}");
    }

    private static void AssertArrows(Picture picture, Frame page)
    {
        Frame[] obstacles =
        [
            .. picture.Boxes.Select(box => box.Frame),
            .. picture.Labels.Select(label => label.Frame),
            .. picture.Arrows.Select(arrow => arrow.Label?.Frame).OfType<Frame>(),
        ];
        foreach (var arrow in picture.Arrows)
        {
            var boxes = picture.Boxes.ToDictionary(box => box.Node.Id, box => box.Frame);
            AssertTouches(arrow.Points[0], boxes[arrow.Arrow.From]);
            AssertTouches(arrow.Points[^1], boxes[arrow.Arrow.To]);
            foreach (var (start, end) in arrow.Points.Zip(arrow.Points.Skip(1)))
            {
                Assert.True(start.X == end.X || start.Y == end.Y, $"{start} to {end} is not orthogonal");
                var line = new Frame(Math.Min(start.X, end.X), Math.Min(start.Y, end.Y), Math.Abs(start.X - end.X), Math.Abs(start.Y - end.Y));
                AssertInside(line, page);
                Assert.DoesNotContain(obstacles, frame => Crosses(line, frame));
            }
        }
    }

    // A line may end at an edge.
    private static bool Crosses(Frame line, Frame frame) =>
        line.X < frame.Right && line.Right > frame.X && line.Y < frame.Bottom && line.Bottom > frame.Y;

    private static void AssertTouches(Point point, Frame frame) => Assert.True(
        (point.X == frame.X || point.X == frame.Right) ? point.Y > frame.Y && point.Y < frame.Bottom
            : (point.Y == frame.Y || point.Y == frame.Bottom) && point.X > frame.X && point.X < frame.Right,
        $"{point} is not at {frame}");

    private static void AssertDisjoint(Frame[] frames)
    {
        for (var one = 0; one < frames.Length; one++)
        {
            for (var other = one + 1; other < frames.Length; other++)
            {
                Assert.False(frames[one].Overlaps(frames[other]), $"{frames[one]} and {frames[other]} overlap");
            }
        }
    }

    private static void AssertInside(Frame inner, Frame outer) => Assert.True(IsInside(inner, outer), $"{inner} is not inside {outer}");

    private static bool IsInside(Frame inner, Frame outer) =>
        inner.X >= outer.X && inner.Y >= outer.Y && inner.Right <= outer.Right && inner.Bottom <= outer.Bottom;
}
