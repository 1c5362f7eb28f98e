using System.Collections.Immutable;
using Infra.Sandbox.Providers.Values;
using Infra.Sandbox.Terraform.Schema;

namespace Infra.Sandbox.Providers.States;

/// <summary>
/// Merges a state and a configuration as Terraform does before it asks the provider: computed attributes that the configuration does not set
/// keep their values. https://developer.hashicorp.com/terraform/plugin/framework/internals/rpcs#planresourcechange-rpc
/// </summary>
internal static class ProposedState
{
    public static ProviderValue Of(BlockSchema schema, ProviderValue prior, ProviderValue config)
    {
        if (config is not ProviderValue.Map given)
        {
            return config;
        }

        var known = prior as ProviderValue.Map;
        return ProviderValue.Map.Of(
        [
            .. schema.Attributes.Select(attribute => KeyValuePair.Create(
                attribute.Key,
                given.Find(attribute.Key) is ProviderValue.Null && attribute.Value.IsComputed && known is not null
                    ? known.Find(attribute.Key)
                    : given.Find(attribute.Key))),
            .. schema.Blocks.Select(block => KeyValuePair.Create(
                block.Key,
                Blocks(block.Value, known?.Find(block.Key) ?? ProviderValue.Null.Value, given.Find(block.Key)))),
        ]);
    }

    private static ProviderValue Blocks(NestedBlockSchema schema, ProviderValue prior, ProviderValue config) => (config, schema.Nesting) switch
    {
        (ProviderValue.List list, Nesting.Set) => Set(schema.Block, Items(prior), list),
        (ProviderValue.List list, _) => List(schema.Block, Items(prior), list),
        _ => Of(schema.Block, prior, config),
    };

    private static ProviderValue.List List(BlockSchema schema, ImmutableArray<ProviderValue> prior, ProviderValue.List config) => new(
    [
        .. config.Items.Select((item, index) => Of(schema, index < prior.Length ? prior[index] : ProviderValue.Null.Value, item)),
    ]);

    private static ProviderValue.List Set(BlockSchema schema, ImmutableArray<ProviderValue> prior, ProviderValue.List config)
    {
        var left = prior.ToList();
        return new ProviderValue.List([.. config.Items.Select(item =>
        {
            var match = left.Find(before => CanBecome(schema, before, item));
            if (match is not null)
            {
                left.Remove(match);
            }

            return Of(schema, match ?? ProviderValue.Null.Value, item);
        })]);
    }

    // Whether a block of the state may stem from this block of the configuration.
    private static bool CanBecome(BlockSchema schema, ProviderValue prior, ProviderValue config)
    {
        var type = schema.AsType();
        var computed = schema.Attributes.Where(attribute => attribute.Value.IsComputed).Select(attribute => attribute.Key);
        return prior is ProviderValue.Map before
            && config is ProviderValue.Map given
            && type.Attributes.Keys
                .Except(computed.Where(name => given.Find(name) is ProviderValue.Null))
                .All(name => CanonicalText.AreEqual(type.Attributes[name], before.Find(name), given.Find(name)));
    }

    private static ImmutableArray<ProviderValue> Items(ProviderValue value) => value is ProviderValue.List list ? list.Items : [];
}
