namespace Infra.Configuration.Binding;

/// <summary>Suggests the name that the operator probably meant.</summary>
internal static class Suggestion
{
    /// <summary>The nearest candidate; null if more than a third of the letters differ in all of them.</summary>
    public static string? For(string text, IEnumerable<string> candidates)
    {
        string? nearest = null;
        var least = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var distance = Distance(text.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (distance < least && distance * 3 <= Math.Max(text.Length, candidate.Length))
            {
                (nearest, least) = (candidate, distance);
            }
        }

        return nearest;
    }

    /// <summary>
    /// The candidate that differs by a typing error: one letter, or two in texts of eight or more. For candidates from a dated list,
    /// where text that differs more may be a newer name.
    /// </summary>
    public static string? ForTypo(string text, IEnumerable<string> candidates)
    {
        var nearest = For(text, candidates);
        return nearest is not null && Distance(text.ToUpperInvariant(), nearest.ToUpperInvariant()) <= (text.Length < 8 ? 1 : 2) ? nearest : null;
    }

    // Optimal string alignment: insertions, deletions, substitutions and swaps of adjacent letters.
    private static int Distance(string a, string b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                cost[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1,
                    cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[a.Length, b.Length];
    }
}
