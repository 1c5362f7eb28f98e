using System.Collections.Concurrent;
using System.IO.Enumeration;
using Infra.Configuration.Binding;

namespace Infra.Facts;

/// <summary>The actions of IAM policies. IAM accepts actions that do not exist and silently grants nothing.</summary>
internal static class IamActions
{
    private const string NoObject = "-";

    private static readonly Lazy<FactFile> Known = FactFile.Lazy("iam-actions");

    private static readonly ConcurrentDictionary<string, IReadOnlyList<string>?> ByService = new();

    /// <summary>The actions of a service, such as <c>GetObject</c>; null if the service is unknown.</summary>
    public static IReadOnlyList<string>? Of(string service) => ByService.GetOrAdd(service, Read);

    private static IReadOnlyList<string>? Read(string service) => Known.Value.Section(service) is { } rows
        ? [.. rows.SelectMany(row => row.Skip(1).SelectMany(noun => row[0].Split(',').Select(verb => noun == NoObject ? verb : verb + noun)))]
        : null;

    public static IEnumerable<string> Services => Known.Value.Lines.Where(line => line[0] != ' ');

    /// <summary>Checks an action such as <c>s3:GetObject</c> or <c>s3:Get*</c>.</summary>
    public static Finding? Check(string action)
    {
        var (service, name) = (action[..action.IndexOf(':', StringComparison.Ordinal)], action[(action.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        if (Of(service) is not { } actions)
        {
            return Suggestion.ForTypo(service, Services) is { } meant
                ? Finding.Error($"{action} does not exist: there is no service {service}; did you mean {meant}:{name}?")
                : Finding.Warning($"{service} is not in the list of services of {Known.Value.DateText}; make sure that {action} exists");
        }

        return IsPattern(name) ? CheckPattern(action, name, actions)
            : actions.Contains(name, StringComparer.OrdinalIgnoreCase) ? null
            : Nearest(name, actions) is { } near ? Finding.Error($"{action} does not exist; did you mean {service}:{near}?")
            : Finding.Warning($"{action} is not in the list of actions of {Known.Value.DateText}; make sure that it exists");
    }

    // IAM has the wildcards of file names.
    private static Finding? CheckPattern(string action, string name, IReadOnlyList<string> actions) =>
        actions.Any(known => FileSystemName.MatchesSimpleExpression(name, known, ignoreCase: true))
            ? null
            : Finding.Error($"{action} matches no IAM action; remove it or correct the name");

    private static bool IsPattern(string name) => name.AsSpan().ContainsAny('*', '?');

    // Names are more often incomplete (CancelQuery) than misspelt.
    private static string? Nearest(string name, IReadOnlyList<string> actions) => Suggestion.ForTypo(name, actions)
        ?? actions.Where(known => known.StartsWith(name, StringComparison.OrdinalIgnoreCase)).MinBy(known => known.Length);
}
