using System.Collections.Immutable;
using System.IO.Enumeration;

namespace Infra.Sandbox.Permissions.Policies;

/// <summary>A statement of the deploy role's policies.</summary>
internal sealed record Statement
{
    private const string File = "statements";
    private const string Anything = "*";

    public required string Name { get; init; }

    /// <summary>The actions that the role needs and that the statement grants.</summary>
    public required ImmutableArray<string> Actions { get; init; }

    /// <summary>Its resources, such as <c>rds:db:{app}-*</c>; all if there is only <c>*</c>.</summary>
    public required ImmutableArray<string> Resources { get; init; }

    /// <summary>The names of its conditions.</summary>
    public required ImmutableArray<string> Conditions { get; init; }

    /// <summary>Why its resources are not limited; null if they are.</summary>
    public string? Reason { get; init; }

    public bool IsForAnything => Resources is [Anything];

    /// <summary>The statement with those actions that change nothing.</summary>
    public Statement Reads() => this with { Actions = [.. Actions.Where(IsRead)] };

    /// <summary>The statement with the other actions.</summary>
    public Statement Writes() => this with { Actions = [.. Actions.Where(action => !IsRead(action))] };

    /// <summary>The statements of the data file, with the actions that are recorded or added.</summary>
    public static ImmutableArray<Statement> ReadAll()
    {
        var needed = NeededActions();
        return [.. PermissionFacts.ReadSections(File).Select(section => Read(section.Heading, section.Lines, needed))];
    }

    /// <summary>The actions that the deploy role needs, in alphabetical order.</summary>
    public static ImmutableSortedSet<string> NeededActions() => Recordings.RecordedAction.ReadAll().Select(recorded => recorded.Action)
        .Concat(PermissionFacts.ReadColumns("additional-actions").Select(columns => columns[0]))
        .ToImmutableSortedSet(StringComparer.Ordinal);

    private static bool IsRead(string action) => ActionFacts.Find(action) is { IsRead: true };

    private static Statement Read(string name, IReadOnlyList<string> lines, IEnumerable<string> needed)
    {
        var patterns = Words(lines, "actions");
        return new Statement
        {
            Name = name,
            Actions = [.. needed.Where(action => Matches(action, patterns))],
            Resources = Words(lines, "resources"),
            Conditions = Words(lines, "condition"),
            Reason = lines.FirstOrDefault(line => line.StartsWith("reason ", StringComparison.Ordinal))?["reason ".Length..],
        };
    }

    private static bool Matches(string action, ImmutableArray<string> patterns) =>
        patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, action, ignoreCase: false))
        && !patterns.Any(pattern => pattern[0] == '!' && FileSystemName.MatchesSimpleExpression(pattern.AsSpan(1), action, ignoreCase: false));

    private static ImmutableArray<string> Words(IEnumerable<string> lines, string kind) =>
    [
        .. lines.Select(line => line.Split(' ')).Where(words => words[0] == kind).SelectMany(words => words.Skip(1)),
    ];
}
