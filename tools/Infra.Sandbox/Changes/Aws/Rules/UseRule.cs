using System.Collections.Immutable;
using Infra.Sandbox.Changes.Facts;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Aws.Rules;

/// <summary>AWS refuses to delete what another resource uses.</summary>
/// <param name="used">The type that is used.</param>
/// <param name="user">The type that uses it.</param>
/// <param name="input">The input of the user.</param>
/// <param name="code">AWS's error.</param>
/// <param name="unless">A flag with which the provider ends the use itself.</param>
internal sealed class UseRule(string used, string user, string input, string code, string? unless = null) : AwsRule
{
    /// <summary>The uses for which AWS refuses a deletion.</summary>
    public static ImmutableArray<UseRule> All { get; } =
    [
        .. ChangeFacts.ReadColumns("in-use")
            .Select(columns => new UseRule(columns[0], columns[1], columns[2], columns[3], columns.ElementAtOrDefault(4))),
    ];

    public override IEnumerable<Refusal> OnDelete(AwsState state, LiveResource deleted) =>
        deleted.Type == used
        && (unless is null || deleted.Inputs.Flag(unless) != true)
        && state.OfType(user).FirstOrDefault(other => other.Key != deleted.Key && other.UsedIn(input).Contains(deleted.Key)) is { } holder
            ? [
                new Refusal(
                    $"{code}: {holder.Title} still uses {deleted.Title}.",
                    $"Remove {deleted.Title} with a second update, after {holder.Title} has stopped using it."),
            ]
            : [];
}
