using System.Globalization;

namespace Infra.Stack.Parts;

/// <summary>One TCP port, or all from the first to the last.</summary>
internal readonly record struct PortRange(int First, int Last)
{
    public const int Highest = 65_535;

    public static implicit operator PortRange(int port) => new(port, port);

    /// <summary>Reads <c>4369</c> or <c>9100-9155</c>.</summary>
    public static bool TryParse(string text, out PortRange range)
    {
        var ends = text.Split('-');
        range = default;
        if (ends.Length > 2 || !IsPort(ends[0], out var first) || !IsPort(ends[^1], out var last) || first > last)
        {
            return false;
        }

        range = new(first, last);
        return true;
    }

    public static PortRange Parse(string text) =>
        TryParse(text, out var range) ? range : throw new FormatException($"\"{text}\" is not a port or a range of ports");

    public override string ToString() => First == Last
        ? First.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{First}-{Last}");

    private static bool IsPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= Highest;
}
