using Pulumi;

namespace Infra.Stack;

/// <summary>The options of a component's children: one place that sets their parent.</summary>
internal static class ChildOptions
{
    public static CustomResourceOptions Child(this ComponentResource parent) => new() { Parent = parent };

    public static ComponentResourceOptions ChildComponent(this ComponentResource parent) => new() { Parent = parent };
}
