using System.Collections.Immutable;
using Infra.Sandbox.Changes.Facts;

namespace Infra.Sandbox.Changes.Aws.Rules;

/// <summary>A combination of inputs that only one resource of a type may have at a time.</summary>
/// <param name="Type">The type.</param>
/// <param name="Inputs">The inputs, those of the scope first.</param>
/// <param name="Code">AWS's error; empty where AWS overwrites instead.</param>
/// <param name="Noun">The combination in words: <c>priority</c>.</param>
internal sealed record UniqueKey(string Type, ImmutableArray<string> Inputs, string Code, string Noun)
{
    // The names of buckets are unique in all regions.
    private const string Bucket = "aws:s3/bucket:Bucket";

    /// <summary>Whether resources of the type hold data, which a replacement does not have.</summary>
    public bool HoldsData { get; init; }

    /// <summary>The keys for which AWS refuses a second resource.</summary>
    public static ImmutableArray<UniqueKey> Refused { get; } =
    [
        .. ChangeFacts.ReadColumns("unique-keys")
            .Select(columns => new UniqueKey(columns[0], [.. columns[1].Split(' ')], columns[2], columns[3]) { HoldsData = columns.Length > 4 }),
    ];

    /// <summary>The keys with which a second resource overwrites the settings of the first.</summary>
    public static ImmutableArray<UniqueKey> Overwritten { get; } =
    [
        .. ChangeFacts.ReadColumns("shared-settings")
            .Select(columns => new UniqueKey(columns[0], [.. columns[1].Split(' ')], Code: "", columns[2])),
    ];

    /// <summary>The values of a resource; null if one of them is not given, and AWS or Pulumi chooses it.</summary>
    public string? ValueOf(LiveResource resource)
    {
        var values = Inputs.Select(resource.Text).ToList();
        return values.Contains(null) ? null : string.Join('\n', Type == Bucket ? values : values.Prepend(resource.Region));
    }
}
