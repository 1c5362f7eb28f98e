namespace Pulumi;

/// <summary>Options of a <see cref="ComponentResource"/>.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    /// <summary>Providers for the children, one per package. Not to be combined with <see cref="ResourceOptions.Provider"/>.</summary>
    public List<ProviderResource> Providers { get; set; } = [];

    /// <summary>
    /// New options with the settings of both; <paramref name="options2"/> wins where only one can, as with the providers of
    /// one package.
    /// </summary>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = new ComponentResourceOptions();
        merged.MergeFrom(options1);
        merged.MergeFrom(options2);
        merged.Providers = [.. Enumerable.Concat(options1?.Providers ?? [], options2?.Providers ?? [])
            .Reverse().DistinctBy(provider => provider.Package).Reverse()];
        return merged;
    }
}
