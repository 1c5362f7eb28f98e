namespace Pulumi;

/// <summary>A resource that a provider creates, updates and deletes.</summary>
public class CustomResource : Resource
{
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : base(type, name, custom: true, args ?? ResourceArgs.Empty, options ?? new CustomResourceOptions(), remote: false)
    {
    }

    /// <summary>The provider's own identifier; unknown until the resource exists.</summary>
    [Output("id")]
    public Output<string> Id { get; private set; } = null!;
}
