using Infra.Sandbox.Changes;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Tests.Terraform.Support;

namespace Infra.Sandbox.Tests.Changes.Support;

/// <summary>Plans of small graphs.</summary>
internal static class TwoGraphs
{
    public static UpdatePlan Plan(IEnumerable<ResourceNode> running, IEnumerable<ResourceNode> wanted) =>
        UpdatePlanner.Plan(Graphs.Of(running), Graphs.Of(wanted));

    /// <summary>Plans a change of one resource that has nothing beside it.</summary>
    public static UpdatePlan Plan(ResourceNode running, ResourceNode wanted) => Plan([running], [wanted]);

    public static ResourceNode With(this ResourceNode node, params (string Key, PropertyValue Value)[] inputs) =>
        node with { Inputs = node.Inputs.With(Graphs.Map(inputs)) };

    public static ResourceNode With(this ResourceNode node, ResourceSettings settings) => node with { Settings = settings };

    public static PropertyValue Output(this ResourceNode node, string path) => new Symbol(node.Key, path);
}
