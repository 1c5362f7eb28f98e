namespace Pulumi;

/// <summary>The options of a call of a provider function.</summary>
public class InvokeOptions
{
    /// <summary>The resource to inherit the provider from.</summary>
    public Resource? Parent { get; set; }

    public ProviderResource? Provider { get; set; }

    public string? Version { get; set; }

    public string? PluginDownloadURL { get; set; }
}

/// <summary>The options of a call whose result is an output, and which can therefore wait for resources.</summary>
public sealed class InvokeOutputOptions : InvokeOptions
{
    public InputList<Resource> DependsOn { get; set; } = [];
}
