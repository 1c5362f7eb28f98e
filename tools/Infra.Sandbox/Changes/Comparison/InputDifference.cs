using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Comparison;

/// <summary>A part of an input that differs.</summary>
/// <param name="Path">Its place for a reader: <c>containerDefinitions[dekart].environment.POOL</c>.</param>
/// <param name="Input">The input as the provider's schema names it, without indexes and without what is inside a JSON text.</param>
/// <param name="Old">The value as it runs, if any.</param>
/// <param name="New">The value asked for, if any.</param>
internal sealed record InputDifference(string Path, string Input, PropertyValue? Old, PropertyValue? New)
{
    /// <summary>The difference with its values marked secret.</summary>
    public InputDifference AsSecret() => this with { Old = Hidden(Old), New = Hidden(New) };

    private static PropertyValue? Hidden(PropertyValue? value) => value is null or PropertyValue.Secret ? value : new PropertyValue.Secret(value);
}
