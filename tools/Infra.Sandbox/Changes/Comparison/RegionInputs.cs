using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Comparison;

/// <summary>
/// The region of each resource. Since version 6 the AWS provider sets it to its own region where a program does not, and replaces the resource
/// when it changes: <c>forceNewIfRegionChanges</c> in <c>internal/provider</c> of hashicorp/terraform-provider-aws.
/// </summary>
internal static class RegionInputs
{
    public const string Name = "region";

    private static readonly string[] GlobalServices = ["aws:budgets/", "aws:iam/", "aws:route53/"];

    /// <summary>The graphs with the regions as inputs, if those differ.</summary>
    public static (ResourceGraph Running, ResourceGraph Wanted) Add(ResourceGraph running, ResourceGraph wanted) =>
        running.Region is { } old && wanted.Region is { } @new && old != @new
            ? (Add(running, old), Add(wanted, @new))
            : (running, wanted);

    private static ResourceGraph Add(ResourceGraph graph, string region) =>
        graph with { Resources = [.. graph.Resources.Select(node => IsRegional(node) ? Add(node, region) : node)] };

    private static ResourceNode Add(ResourceNode node, string region) => node with { Inputs = node.Inputs.With([new(Name, region)]) };

    private static bool IsRegional(ResourceNode node) =>
        !node.IsComponent
        && node.Key.Type.StartsWith("aws:", StringComparison.Ordinal)
        && !GlobalServices.Any(service => node.Key.Type.StartsWith(service, StringComparison.Ordinal));
}
