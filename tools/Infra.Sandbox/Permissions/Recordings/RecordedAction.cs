using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Infra.Sandbox.Permissions.Recordings;

/// <summary>An action that the provider needs.</summary>
/// <param name="Action">The action: <c>ec2:CreateSubnet</c>.</param>
/// <param name="IsTagged">Whether each call of it creates the resource with the stack's tags.</param>
/// <param name="Resources">The ARNs that it acts on, with <c>{application}</c> for the application's name.</param>
internal sealed partial record RecordedAction(string Action, bool IsTagged, ImmutableSortedSet<string> Resources)
{
    private const string File = "recorded-actions";
    private const string Tagged = "tags";

    /// <summary>The recorded actions of the data file.</summary>
    public static IEnumerable<RecordedAction> ReadAll() => PermissionFacts.ReadSections(File).Select(section => new RecordedAction(
        section.Heading.Split(' ')[0], section.Heading.EndsWith(' ' + Tagged), section.Lines.ToImmutableSortedSet(StringComparer.Ordinal)));

    /// <summary>The actions of requests, except those that only an emulator gets.</summary>
    /// <param name="requests">The requests of the provider.</param>
    /// <param name="applications">The names of the applications in the recorded stack files.</param>
    public static IEnumerable<RecordedAction> Of(IEnumerable<RecordedRequest> requests, IEnumerable<string> applications)
    {
        var name = new Regex($"(?<![a-z0-9])({string.Join('|', applications.OrderByDescending(application => application.Length))})(?![a-z0-9])");
        var unneeded = PermissionFacts.ReadColumns("emulator-actions").Select(columns => columns[0]).ToHashSet();
        return requests.Select(ApiCall.Of)
            .SelectMany(call => call.Operations.Select(operation => (Action: $"{call.Service}:{operation}", Call: call)))
            .Where(use => !unneeded.Contains(use.Action))
            .GroupBy(use => use.Action, use => use.Call)
            .OrderBy(uses => uses.Key, StringComparer.Ordinal)
            .Select(uses => new RecordedAction(uses.Key, uses.All(call => call.HasTags), ArnsOf(uses, name)));
    }

    /// <summary>The lines of the action in the data file.</summary>
    public IEnumerable<string> Lines() => [IsTagged ? $"{Action} {Tagged}" : Action, .. Resources.Select(resource => $" {resource}")];

    private static ImmutableSortedSet<string> ArnsOf(IGrouping<string, ApiCall> uses, Regex applications)
    {
        string[] types = [.. ActionFacts.Find(uses.Key)?.Resources.Select(resource => resource.Name) ?? []];
        return uses.SelectMany(call => ResourceArns.Of(call, types))
            .Select(arn => applications.Replace(arn, "{application}"))
            .ToImmutableSortedSet(StringComparer.Ordinal);
    }
}
