namespace Pulumi;

/// <summary>Options of a <see cref="Stack"/>.</summary>
public class StackOptions
{
    /// <summary>Run for the stack and for every resource in it.</summary>
    public List<ResourceTransformation> ResourceTransformations { get; set; } = [];
}
