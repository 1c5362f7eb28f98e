using Pulumi;

namespace Infra.Stack;

/// <summary>The options of a component's children, with their parent set.</summary>
internal static class ChildOptions
{
    public static CustomResourceOptions Child(this ComponentResource parent) => new() { Parent = parent };

    public static ComponentResourceOptions ChildComponent(this ComponentResource parent) => new() { Parent = parent };
}
