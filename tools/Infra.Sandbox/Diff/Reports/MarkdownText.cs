using System.Globalization;
using System.Text;

namespace Infra.Sandbox.Diff.Reports;

/// <summary>Texts of others in GitHub's Markdown: shown as they are, on one line.</summary>
internal static class MarkdownText
{
    private const int MinFence = 3;
    private const string Harmless = " .,;:/()-'%";

    /// <summary>Plain text. Only letters, digits and harmless punctuation are not escaped.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var character in text)
        {
            _ = character switch
            {
                _ when char.IsControl(character) => escaped.Append(' '),
                _ when char.IsAscii(character) && !char.IsAsciiLetterOrDigit(character) && !Harmless.Contains(character, StringComparison.Ordinal) =>
                    escaped.Append(CultureInfo.InvariantCulture, $"&#{(int)character};"),
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Code. GitHub notifies nobody who is mentioned in it.</summary>
    public static string Code(string text) => $"<code>{Escape(text)}</code>";

    /// <summary>A fenced block with a fence that its content cannot close.</summary>
    public static string Fenced(string language, string content)
    {
        var fence = new string('`', Math.Max(MinFence, LongestRun(content) + 1));
        return $"{fence}{language}\n{content}{fence}\n";
    }

    /// <summary>A block that is folded until it is clicked.</summary>
    public static string Folded(string summary, string content) => $"<details><summary>{summary}</summary>\n\n{content}\n</details>\n\n";

    public static string Cut(string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, length), "…");

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var character in text)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
