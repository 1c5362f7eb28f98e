using System.Globalization;

namespace Infra.Sandbox.Checks.Edits;

/// <summary>One step from a block of the stack file to a value in it: a name, or an index.</summary>
/// <param name="Name">The name of an entry of a map; null for an index.</param>
/// <param name="Index">The index in a list.</param>
internal readonly record struct KeySegment(string? Name, int Index);

/// <summary>Splits keys such as <c>app:services.admin.tcpPorts[0].allowedCidrs</c>.</summary>
internal static class KeySegments
{
    /// <summary>The steps, of which the first is the top-level key with its namespace.</summary>
    public static IReadOnlyList<KeySegment> Of(string key)
    {
        var segments = new List<KeySegment>();
        var position = 0;
        while (position < key.Length)
        {
            segments.Add(Next(key, ref position));
        }

        return segments;
    }

    private static KeySegment Next(string key, ref int position)
    {
        if (key[position] == '[')
        {
            var close = key[position + 1] == '"' ? key.IndexOf("\"]", position + 2, StringComparison.Ordinal) + 1 : key.IndexOf(']', position);
            var content = key[(position + 1)..close];
            position = close + 1;
            return content.StartsWith('"')
                ? new KeySegment(content[1..^1], 0)
                : new KeySegment(null, int.Parse(content, NumberStyles.None, CultureInfo.InvariantCulture));
        }

        var start = key[position] == '.' ? position + 1 : position;
        var end = key.AsSpan(start).IndexOfAny('.', '[') is var length and >= 0 ? start + length : key.Length;
        position = end;
        return new KeySegment(key[start..end], 0);
    }
}
