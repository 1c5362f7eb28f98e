using System.Collections.Concurrent;
using System.IO.Enumeration;
using Infra.Configuration.Binding;

namespace Infra.Facts;

/// <summary>The actions of IAM policies. IAM takes any and grants nothing by one that does not exist, so nobody notices a slip.</summary>
internal static class IamActions
{
    private const string NoObject = "-";

    private static readonly Lazy<FactFile> Known = FactFile.Named("iam-actions");

    private static readonly ConcurrentDictionary<string, IReadOnlyList<string>?> ByService = new();

    /// <summary>The actions of a service, such as <c>GetObject</c>; null when nothing is known about the service.</summary>
    public static IReadOnlyList<string>? Of(string service) => ByService.GetOrAdd(service, Read);

    private static IReadOnlyList<string>? Read(string service) => Known.Value.Below(service) is { } rows
        ? [.. rows.SelectMany(row => row.Skip(1).SelectMany(noun => row[0].Split(',').Select(verb => noun == NoObject ? verb : verb + noun)))]
        : null;

    public static IEnumerable<string> Services => Known.Value.Lines.Where(line => line[0] != ' ');

    /// <summary>What speaks against an action such as <c>s3:GetObject</c> or <c>s3:Get*</c>.</summary>
    public static Verdict? Judge(string action)
    {
        var (service, name) = (action[..action.IndexOf(':', StringComparison.Ordinal)], action[(action.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        if (Of(service) is not { } actions)
        {
            return Suggestion.Slip(service, Services) is { } meant
                ? Verdict.Wrong($"{action} does not exist: there is no service {service}; did you mean {meant}:{name}?")
                : Verdict.Unknown($"{service} is not among the services of {Known.Value.ShownDate}; make sure that {action} exists");
        }

        return IsPattern(name) ? JudgePattern(action, name, actions)
            : actions.Contains(name, StringComparer.OrdinalIgnoreCase) ? null
            : Nearest(name, actions) is { } near ? Verdict.Wrong($"{action} does not exist; did you mean {service}:{near}?")
            : Verdict.Unknown($"{action} is not among the actions of {Known.Value.ShownDate}; make sure that it exists");
    }

    // The wildcards of IAM are those of file names.
    private static Verdict? JudgePattern(string action, string name, IReadOnlyList<string> actions) =>
        actions.Any(known => FileSystemName.MatchesSimpleExpression(name, known, ignoreCase: true))
            ? null
            : Verdict.Wrong($"{action} stands for no action that exists");

    private static bool IsPattern(string name) => name.AsSpan().ContainsAny('*', '?');

    // People stop short (CancelQuery) more often than they misspell.
    private static string? Nearest(string name, IReadOnlyList<string> actions) => Suggestion.Slip(name, actions)
        ?? actions.Where(known => known.StartsWith(name, StringComparison.OrdinalIgnoreCase)).MinBy(known => known.Length);
}
