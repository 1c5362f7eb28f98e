using Pulumi;

namespace Infra.Stack;

/// <summary>The options of a component's children, with their parent set.</summary>
internal static class ChildOptions
{
    public static CustomResourceOptions Child(this ComponentResource parent) => new() { Parent = parent };

    /// <summary>
    /// The options of a resource that holds data. Pulumi deletes a resource with a fixed name before it creates the replacement, and the data
    /// with it; created first, the replacement fails on the name that is taken, and the old resource stays as it is.
    /// </summary>
    /// <param name="parent">The component.</param>
    /// <param name="isProtected">Whether Pulumi refuses to delete or replace it.</param>
    public static CustomResourceOptions DataChild(this ComponentResource parent, bool isProtected)
    {
        var options = parent.Child();
        options.DeleteBeforeReplace = false;
        options.Protect = isProtected;
        return options;
    }

    public static ComponentResourceOptions ChildComponent(this ComponentResource parent) => new() { Parent = parent };
}
