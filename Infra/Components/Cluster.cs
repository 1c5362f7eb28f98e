using Infra.Configuration;
using Pulumi;

namespace Infra.Components;

internal sealed record ClusterArgs
{
    public required StackContext Context { get; init; }

    public required ClusterConfig Config { get; init; }
}

/// <summary>An ECS cluster that runs tasks on Fargate, at full price or on spare capacity.</summary>
internal sealed class Cluster : ComponentResource
{
    private const string Type = "infra:index:Cluster";

    public Cluster(string name, ClusterArgs args)
        : base(Type, name)
    {
        var cluster = new Ecs.Cluster(
            name,
            new Ecs.ClusterArgs
            {
                Name = args.Context.Names.Deployment,
                Settings =
                [
                    new Ecs.Inputs.ClusterSettingArgs { Name = "containerInsights", Value = $"{args.Config.ContainerInsights}".ToLowerInvariant() },
                ],
            },
            this.Child());
        _ = new Ecs.ClusterCapacityProviders(
            name,
            new Ecs.ClusterCapacityProvidersArgs { ClusterName = cluster.Name, CapacityProviders = ["FARGATE", "FARGATE_SPOT"] },
            this.Child());

        Arn = cluster.Arn;
        ClusterName = cluster.Name;
        RegisterOutputs();
    }

    [Output("arn")]
    public Output<string> Arn { get; }

    [Output("clusterName")]
    public Output<string> ClusterName { get; }
}
