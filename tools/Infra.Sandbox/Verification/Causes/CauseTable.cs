using System.Text.RegularExpressions;

namespace Infra.Sandbox.Verification.Causes;

/// <summary>The causes of failed deployments, with the messages by which AWS reports them.</summary>
internal static class CauseTable
{
    private static readonly Lazy<IReadOnlyList<KnownCause>> Known = new(Read);

    /// <summary>All causes, in the order in which they are tried.</summary>
    public static IReadOnlyList<KnownCause> All => Known.Value;

    /// <summary>The cause that a message means; null if none is known.</summary>
    public static KnownCause? Find(string message) => All.FirstOrDefault(cause => cause.Pattern.IsMatch(message));

    private static List<KnownCause> Read()
    {
        using var stream = typeof(CauseTable).Assembly.GetManifestResourceStream("Verification/Facts/causes.txt")!;
        using var reader = new StreamReader(stream);
        return
        [
            .. reader.ReadToEnd().ReplaceLineEndings("\n").Split("\n\n")
                .Select(block => block.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                .Where(lines => lines is [not ['#', ..], ..])
                .Select((lines, order) => CauseOf(lines, order)),
        ];
    }

    private static KnownCause CauseOf(string[] lines, int order)
    {
        var head = lines[0].Split(' ');
        var values = lines[1..].Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return new KnownCause
        {
            Id = head[0],
            Order = order,
            IsGeneric = head is [_, "generic"],
            // A message of AWS has at most some thousand characters; no pattern may take long for one.
            Pattern = new Regex(values["match"], RegexOptions.IgnoreCase | RegexOptions.Singleline, TimeSpan.FromSeconds(1)),
            Text = values["cause"],
            Key = values["key"],
            Fix = values["fix"],
            Source = values["source"],
        };
    }
}

/// <summary>A cause in the table. Its texts contain <c>{key}</c>, <c>{project}</c> and <c>{secret}</c>.</summary>
internal sealed record KnownCause
{
    public required string Id { get; init; }

    public required int Order { get; init; }

    /// <summary>Whether it only repeats that something failed.</summary>
    public required bool IsGeneric { get; init; }

    public required Regex Pattern { get; init; }

    public required string Text { get; init; }

    /// <summary>The key of the stack file to change.</summary>
    public required string Key { get; init; }

    public required string Fix { get; init; }

    public required string Source { get; init; }
}
