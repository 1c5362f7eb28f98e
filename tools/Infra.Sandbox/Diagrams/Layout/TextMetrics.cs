namespace Infra.Sandbox.Diagrams.Layout;

/// <summary>
/// How wide a text can become. No font is known for sure where a diagram is shown, so the widths are those of DejaVu Sans, which
/// is wider than Arial, Helvetica, Segoe UI and San Francisco.
/// </summary>
internal static class TextMetrics
{
    private const char FirstKnown = ' ';
    private const int OtherWidth = 100;

    // In hundredths of the font size, from the space to the tilde.
    private static readonly byte[] Regular =
    [
        32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 54,
        100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79, 61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 40, 34, 40, 84, 50,
        50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
    ];

    private static readonly byte[] Bold =
    [
        35, 46, 53, 84, 70, 101, 88, 31, 46, 46, 53, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 40, 40, 84, 84, 84, 59,
        100, 78, 77, 74, 84, 69, 69, 83, 84, 38, 38, 78, 64, 100, 84, 86, 74, 86, 78, 73, 69, 82, 78, 111, 78, 73, 73, 46, 37, 46, 84, 50,
        50, 68, 72, 60, 72, 68, 44, 72, 72, 35, 35, 67, 35, 105, 72, 69, 72, 72, 50, 60, 48, 72, 66, 93, 65, 66, 59, 72, 37, 72, 84,
    ];

    /// <summary>The width of a text in pixels, rounded up.</summary>
    public static int Width(string text, int size, bool isBold = false)
    {
        var widths = isBold ? Bold : Regular;
        var sum = 0;
        foreach (var character in text)
        {
            sum += character switch
            {
                '·' => 38,
                '–' => 50,
                >= FirstKnown when character - FirstKnown < widths.Length => widths[character - FirstKnown],
                _ => OtherWidth,
            };
        }

        return ((sum * size) + OtherWidth - 1) / OtherWidth;
    }

    /// <summary>The text, or as much of both its ends as fits.</summary>
    public static string Fit(string text, int width, int size, bool isBold = false)
    {
        if (Width(text, size, isBold) <= width)
        {
            return text;
        }

        for (var kept = text.Length - 1; kept > 1; kept--)
        {
            var shortened = $"{text[..((kept + 1) / 2)]}…{text[^(kept / 2)..]}";
            if (Width(shortened, size, isBold) <= width)
            {
                return shortened;
            }
        }

        return "…";
    }
}
