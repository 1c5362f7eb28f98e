namespace Pulumi;

/// <summary>How a provider function is called.</summary>
public class InvokeOptions
{
    /// <summary>Where to inherit the provider from.</summary>
    public Resource? Parent { get; set; }

    public ProviderResource? Provider { get; set; }

    public string? Version { get; set; }

    public string? PluginDownloadURL { get; set; }
}

/// <summary>How a provider function is called whose result is an output, and which can therefore wait for resources.</summary>
public sealed class InvokeOutputOptions : InvokeOptions
{
    public InputList<Resource> DependsOn { get; set; } = [];
}
