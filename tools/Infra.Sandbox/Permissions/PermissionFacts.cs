using System.Collections.Frozen;

namespace Infra.Sandbox.Permissions;

/// <summary>The data files of the folder Facts. Their first three lines are the source, the date and the format.</summary>
internal static class PermissionFacts
{
    private const int HeaderLines = 3;

    // The services whose signatures have another name than their actions.
    private static readonly FrozenDictionary<string, string> Prefixes = new Dictionary<string, string> { ["monitoring"] = "cloudwatch" }.ToFrozenDictionary();

    /// <summary>The prefix of the actions of a service in signatures.</summary>
    public static string ActionPrefix(string signedService) => Prefixes.GetValueOrDefault(signedService, signedService);

    /// <summary>The lines of a file whose columns are separated by <c> | </c>.</summary>
    public static IEnumerable<string[]> ReadColumns(string name) => Read(name).Select(line => line.Split(" | "));

    /// <summary>The lines of a file.</summary>
    public static IEnumerable<string> Read(string name)
    {
        using var stream = typeof(PermissionFacts).Assembly.GetManifestResourceStream($"Permissions/Facts/{name}.txt")
            ?? throw new InvalidOperationException($"there is no fact file {name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(HeaderLines);
    }

    /// <summary>The headings of a file, each with the lines below it, which start with a space.</summary>
    public static IEnumerable<(string Heading, IReadOnlyList<string> Lines)> ReadSections(string name)
    {
        List<string>? lines = null;
        var heading = "";
        foreach (var line in Read(name))
        {
            if (line.StartsWith(' '))
            {
                lines!.Add(line.Trim());
                continue;
            }

            if (lines is not null)
            {
                yield return (heading, lines);
            }

            (heading, lines) = (line, []);
        }

        if (lines is not null)
        {
            yield return (heading, lines);
        }
    }
}
