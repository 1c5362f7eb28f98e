using System.Text;

namespace Infra.Stack.Parts;

/// <summary>
/// A text in which <c>${name}</c> stands for something that the stack makes; <c>$${</c> is a literal <c>${</c>.
/// </summary>
internal sealed class TextTemplate
{
    private const string Opening = "${";
    private const string EscapedOpening = "$${";

    private readonly List<Part> _parts;

    private TextTemplate(List<Part> parts) => _parts = parts;

    /// <summary>The names the text refers to, in order of appearance, each once.</summary>
    public IReadOnlyList<string> Names =>
        [.. _parts.Where(part => part.IsName).Select(part => part.Text).Distinct()];

    /// <summary>Reads a text; a <c>${</c> that is never closed is not a template.</summary>
    public static bool TryParse(string text, out TextTemplate template)
    {
        var parts = new List<Part>();
        template = new TextTemplate(parts);
        var literal = new StringBuilder();
        for (var position = 0; position < text.Length;)
        {
            if (StartsWith(text, position, EscapedOpening))
            {
                literal.Append(Opening);
                position += EscapedOpening.Length;
            }
            else if (StartsWith(text, position, Opening))
            {
                var end = text.IndexOf('}', position);
                if (end < 0)
                {
                    return false;
                }

                AddLiteral(parts, literal);
                parts.Add(new Part(text[(position + Opening.Length)..end], IsName: true));
                position = end + 1;
            }
            else
            {
                literal.Append(text[position++]);
            }
        }

        AddLiteral(parts, literal);
        return true;
    }

    public static TextTemplate Parse(string text) =>
        TryParse(text, out var template) ? template : throw new FormatException($"\"{text}\" has a ${{ that is not closed");

    public string Render(Func<string, string> valueOf) =>
        string.Concat(_parts.Select(part => part.IsName ? valueOf(part.Text) : part.Text));

    private static bool StartsWith(string text, int position, string what) =>
        string.CompareOrdinal(text, position, what, 0, what.Length) == 0;

    private static void AddLiteral(List<Part> parts, StringBuilder literal)
    {
        if (literal.Length > 0)
        {
            parts.Add(new Part(literal.ToString(), IsName: false));
            literal.Clear();
        }
    }

    private sealed record Part(string Text, bool IsName);
}
