using System.Collections.Immutable;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Evaluation;

/// <summary>Converts the values that the SDK passes to mocks.</summary>
internal static class PlainValues
{
    public static PropertyValue.Map Of(IEnumerable<KeyValuePair<string, object>> entries) =>
        PropertyValue.Map.Of(entries.Select(entry => KeyValuePair.Create(entry.Key, Of(entry.Value))));

    /// <summary>The value with its secrets marked.</summary>
    public static PropertyValue Of(object? value) => value switch
    {
        null => PropertyValue.Null.Value,
        string text => SecretOutputs.AreIn(text) ? new PropertyValue.Secret(text) : text,
        bool flag => flag,
        double number => number,
        ImmutableArray<object> items => new PropertyValue.List([.. items.Select(Of)]),
        IEnumerable<KeyValuePair<string, object>> entries => Of(entries),
        _ => throw new NotSupportedException($"the sandbox cannot read values of type {value.GetType().FullName}"),
    };

    public static bool HoldSecret(PropertyValue value) => value switch
    {
        PropertyValue.Secret => true,
        PropertyValue.List list => list.Items.Any(HoldSecret),
        PropertyValue.Map map => map.Entries.Values.Any(HoldSecret),
        _ => false,
    };
}
