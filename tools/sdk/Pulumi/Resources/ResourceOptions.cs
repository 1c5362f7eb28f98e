namespace Pulumi;

/// <summary>
/// How a resource is managed, as opposed to what it is. Mocks see only <see cref="Id"/>, the import id and the provider; a
/// <see cref="ResourceTransformation"/> sees all of it.
/// </summary>
public abstract class ResourceOptions
{
    private protected ResourceOptions()
    {
    }

    /// <summary>Read the resource that already has this identifier instead of creating one.</summary>
    public Input<string>? Id { get; set; }

    public Resource? Parent { get; set; }

    public InputList<Resource> DependsOn { get; set; } = [];

    public bool? Protect { get; set; }

    public List<string> IgnoreChanges { get; set; } = [];

    public List<string> ReplaceOnChanges { get; set; } = [];

    public List<string> HideDiffs { get; set; } = [];

    public string? Version { get; set; }

    public string? PluginDownloadURL { get; set; }

    public ProviderResource? Provider { get; set; }

    public CustomTimeouts? CustomTimeouts { get; set; }

    public List<ResourceTransformation> ResourceTransformations { get; set; } = [];

    public List<Input<Alias>> Aliases { get; set; } = [];

    public bool? RetainOnDelete { get; set; }

    public Resource? DeletedWith { get; set; }

    public InputList<Resource> ReplaceWith { get; set; } = [];

    public Input<object>? ReplacementTrigger { get; set; }

    /// <summary>Single values of the later options win; lists are joined.</summary>
    private protected void MergeFrom(ResourceOptions? options)
    {
        if (options is null)
        {
            return;
        }

        Id = options.Id ?? Id;
        Parent = options.Parent ?? Parent;
        Protect = options.Protect ?? Protect;
        Version = options.Version ?? Version;
        PluginDownloadURL = options.PluginDownloadURL ?? PluginDownloadURL;
        Provider = options.Provider ?? Provider;
        CustomTimeouts = options.CustomTimeouts ?? CustomTimeouts;
        RetainOnDelete = options.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = options.DeletedWith ?? DeletedWith;
        ReplacementTrigger = options.ReplacementTrigger ?? ReplacementTrigger;
        DependsOn = DependsOn.Concat(options.DependsOn);
        ReplaceWith = ReplaceWith.Concat(options.ReplaceWith);
        IgnoreChanges.AddRange(options.IgnoreChanges);
        ReplaceOnChanges.AddRange(options.ReplaceOnChanges);
        HideDiffs.AddRange(options.HideDiffs);
        ResourceTransformations.AddRange(options.ResourceTransformations);
        Aliases.AddRange(options.Aliases);
    }
}
