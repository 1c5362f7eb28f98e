namespace Infra.Tasks;

/// <summary>Finds host names in texts.</summary>
internal static class HostNames
{
    /// <summary>Whether a text such as a URL contains a host name that is not part of a longer name.</summary>
    public static bool IsIn(string text, string host)
    {
        for (var at = text.IndexOf(host, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(host, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + host.Length;
            // A fully qualified name may end with a dot.
            if (!ContinuesName(text, at - 1) && !ContinuesName(text, end < text.Length && text[end] == '.' ? end + 1 : end))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ContinuesName(string text, int at) =>
        at >= 0 && at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '-' or '.' or '_');
}
