using Infra.Configuration;
using Infra.Planning;
using Pulumi;

namespace Infra.Components.Compute;

internal sealed record ClusterArgs
{
    public required StackContext Context { get; init; }

    public required ClusterConfig Config { get; init; }

    /// <summary>Where its EC2 instances are; needed where the configuration asks for some.</summary>
    public Network? Network { get; init; }

    /// <summary>The security group of the instances themselves; their tasks have groups of their own.</summary>
    public Output<string>? InstanceSecurityGroupId { get; init; }
}

/// <summary>An ECS cluster that runs tasks on Fargate, at full price or on spare capacity, and on EC2 instances of its own.</summary>
internal sealed class Cluster : ComponentResource
{
    private const string Type = "infra:index:Cluster";

    private readonly string _name;
    private readonly Dictionary<string, InstanceCapacity> _instances;

    public Cluster(string name, ClusterArgs args)
        : base(Type, name)
    {
        _name = name;
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
        _instances = args.Config.Instances
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .ToDictionary(entry => entry.Key, entry => CreateInstances(entry.Key, entry.Value, cluster, args));
        AddProviders(cluster);

        Arn = cluster.Arn;
        ClusterName = cluster.Name;
        RegisterOutputs();
    }

    [Output("arn")]
    public Output<string> Arn { get; }

    [Output("clusterName")]
    public Output<string> ClusterName { get; }

    /// <summary>The cluster of a stack.</summary>
    public static Cluster Of(string name, Foundation foundation) => new(name, new ClusterArgs
    {
        Context = foundation.Context,
        Config = foundation.Config.Cluster,
        Network = foundation.Network,
        InstanceSecurityGroupId = foundation.Config.Cluster.Instances.Count > 0 ? foundation.SecurityGroups.IdOf(TrafficPeer.Instances) : null,
    });

    private InstanceCapacity CreateInstances(string key, InstancesConfig config, Ecs.Cluster cluster, ClusterArgs args) => new(
        $"{_name}-{key}",
        new InstanceCapacityArgs
        {
            Context = args.Context,
            Config = config,
            ClusterName = cluster.Name,
            ProviderName = args.Context.Names.CapacityProvider(key),
            Network = args.Network!,
            SecurityGroupId = args.InstanceSecurityGroupId!,
        },
        this.ChildComponent());

    private void AddProviders(Ecs.Cluster cluster)
    {
        List<Input<string>> providers = [.. TaskConfig.FargateProviders, .. _instances.Values.Select(instances => instances.ProviderName)];
        _ = new Ecs.ClusterCapacityProviders(
            _name, new Ecs.ClusterCapacityProvidersArgs { ClusterName = cluster.Name, CapacityProviders = providers }, this.Child());
    }
}
