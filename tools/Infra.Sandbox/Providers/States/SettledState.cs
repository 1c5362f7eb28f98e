using Infra.Sandbox.Providers.Values;
using Infra.Sandbox.Terraform.Schema;

namespace Infra.Sandbox.Providers.States;

/// <summary>Completes a planned state as AWS would on creation.</summary>
internal static class SettledState
{
    public static ProviderValue Of(string terraformType, BlockSchema schema, ProviderValue planned) =>
        Complete(terraformType, "", schema.AsType(), planned);

    private static ProviderValue Complete(string terraformType, string attribute, AttributeType type, ProviderValue value) => (value, type) switch
    {
        (ProviderValue.Unknown, _) => SampleValues.Of(terraformType, attribute, type),
        (ProviderValue.Map map, AttributeType.Structure structure) => ProviderValue.Map.Of(map.Entries.Select(entry =>
            KeyValuePair.Create(entry.Key, Complete(terraformType, entry.Key, structure.Attributes[entry.Key], entry.Value)))),
        (ProviderValue.Map map, AttributeType.Collection collection) => ProviderValue.Map.Of(map.Entries.Select(entry =>
            KeyValuePair.Create(entry.Key, Complete(terraformType, attribute, collection.Element, entry.Value)))),
        (ProviderValue.List list, AttributeType.Collection collection) => new ProviderValue.List(
            [.. list.Items.Select(item => Complete(terraformType, attribute, collection.Element, item))]),
        _ => value,
    };
}
