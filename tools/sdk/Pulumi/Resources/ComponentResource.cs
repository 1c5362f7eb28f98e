using Pulumi.Serialization;

namespace Pulumi;

/// <summary>
/// A resource that groups others. Children name it as their <see cref="ResourceOptions.Parent"/> and inherit its providers
/// and transformations; depending on it means depending on all of them.
/// </summary>
public class ComponentResource : Resource
{
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : this(type, name, ResourceArgs.Empty, options)
    {
    }

    /// <param name="remote">The children are made elsewhere, and the output properties come from there too.</param>
    public ComponentResource(
        string type, string name, ResourceArgs? args, ComponentResourceOptions? options = null, bool remote = false)
        : base(type, name, custom: false, args ?? ResourceArgs.Empty, options ?? new ComponentResourceOptions(), remote) =>
        IsRemote = remote;

    internal bool IsRemote { get; }

    /// <summary>Declares the component complete, with its output properties as its outputs.</summary>
    protected void RegisterOutputs() => RegisterOutputs(OutputMembers.Read(this));

    protected void RegisterOutputs(IDictionary<string, object?> outputs) => RegisterOutputs(Output.Create(outputs));

    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs) => RegisterOutputs(Output.Create(outputs));

    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        Deployment.Current.RegisterOutputs(this, outputs);
    }
}
