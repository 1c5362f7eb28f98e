namespace Pulumi.Tests;

internal sealed class Strict(string name, StrictArgs args, CustomResourceOptions? options = null)
    : CustomResource("test:index:Strict", name, args, options);

internal sealed class StrictArgs : ResourceArgs
{
    [Input("target", required: true)]
    public Input<string> Target { get; set; } = null!;
}

internal sealed class Group : ComponentResource
{
    public Group(string name, ComponentResourceOptions? options = null)
        : base("test:index:Group", name, options)
    {
    }

    public Group(string name, PartArgs args)
        : base("test:index:Group", name, args)
    {
    }

    [Output]
    public Output<string>? Address { get; private set; }

    [Output("port")]
    public Output<int>? PortNumber { get; private set; }

    public void Complete(Output<string> address, Output<int> port)
    {
        Address = address;
        PortNumber = port;
        RegisterOutputs();
    }

    public void Complete(IDictionary<string, object?> outputs) => RegisterOutputs(outputs);
}

internal sealed class RemoteGroup(string name, ThingArgs args, ComponentResourceOptions? options = null)
    : ComponentResource("test:index:RemoteGroup", name, args, options, remote: true)
{
    [Output("names")]
    public Output<ImmutableArray<string>> Names { get; private set; } = null!;
}

internal sealed class TestProvider(string name, TestProviderArgs args, CustomResourceOptions? options = null)
    : ProviderResource("test", name, args, options);

internal sealed class TestProviderArgs : ResourceArgs
{
    [Input("region")]
    public Input<string>? Region { get; set; }

    [Input("skipChecks", json: true)]
    public Input<bool>? SkipChecks { get; set; }

    [Input("retries", json: true)]
    public Input<int>? Retries { get; set; }

    [Input("zones", json: true)]
    public InputList<string>? Zones { get; set; }

    [Input("defaults", json: true)]
    public Input<DefaultsArgs>? Defaults { get; set; }
}

internal sealed class DefaultsArgs : ResourceArgs
{
    [Input("tags")]
    public InputMap<string>? Tags { get; set; }
}

internal sealed class LookupArgs : InvokeArgs
{
    [Input("name")]
    public Input<string>? Name { get; set; }
}

[OutputType]
internal sealed class LookupResult
{
    public readonly string? Arn;
    public readonly int Size;

    [OutputConstructor]
    private LookupResult(string? arn, int size)
    {
        Arn = arn;
        Size = size;
    }
}
