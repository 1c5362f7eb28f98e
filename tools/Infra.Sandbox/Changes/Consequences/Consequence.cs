using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Consequences;

/// <summary>A row of the table of consequences.</summary>
/// <param name="Type">The type of the resource.</param>
/// <param name="Applies">The changes that have the consequence.</param>
/// <param name="Kind">The kind of consequence.</param>
/// <param name="Text">The consequence in a sentence, with <see cref="Window"/> for the resource's own maintenance window.</param>
/// <param name="Source">The page of AWS's documentation, below docs.aws.amazon.com.</param>
internal sealed record Consequence(string Type, ChangeCondition Applies, EffectKind Kind, string Text, string Source)
{
    public const string Window = "{window}";

    private const string Documentation = "https://docs.aws.amazon.com/";

    public Uri Page => new(Documentation + Source);

    public Effect EffectOf(ResourceChange change) => new(Kind, Text.Replace(Window, WindowOf(change), StringComparison.Ordinal), Page);

    // Without one, AWS has chosen it.
    private static string WindowOf(ResourceChange change) =>
        (change.New ?? change.Old)!.Inputs.Text("maintenanceWindow") is { } window ? $" ({window} UTC)" : "";
}
