using Infra.Networking;
using Pulumi;

namespace Infra.Clusters;

internal sealed record ClusterArgs
{
    public required Placement Placement { get; init; }

    public required ClusterConfig Config { get; init; }

    /// <summary>Days to keep the log of ECS Exec sessions; null if no task allows them.</summary>
    public int? ExecLogRetentionDays { get; init; }
}

/// <summary>An ECS cluster with capacity providers for Fargate, Fargate Spot and EC2 instances.</summary>
internal sealed class Cluster : ComponentResource, IStackPart
{
    private const string Type = "infra:index:Cluster";

    private readonly string _name;
    private readonly Dictionary<string, InstanceCapacity> _instances;

    public Cluster(string name, ClusterArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        _name = name;
        var execLog = CreateExecLog(args);
        var cluster = CreateCluster(args, execLog);
        _instances = args.Config.Instances
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .ToDictionary(entry => entry.Key, entry => CreateInstances(entry.Key, entry.Value, cluster, args));
        AssociateProviders(cluster);

        Config = args.Config;
        Arn = cluster.Arn;
        ClusterName = cluster.Name;
        ExecLogGroupArn = execLog?.Arn;
        RegisterOutputs();
    }

    public ClusterConfig Config { get; }

    [Output("arn")]
    public Output<string> Arn { get; }

    [Output("clusterName")]
    public Output<string> ClusterName { get; }

    /// <summary>The log group of ECS Exec sessions; null if no task allows them.</summary>
    public Output<string>? ExecLogGroupArn { get; }

    public bool IsNeededByTasks => true;

    public IReadOnlyDictionary<string, Output<string>> Placeholders =>
        new Dictionary<string, Output<string>> { [ClusterDescription.Name] = ClusterName };

    /// <summary>Commands that show the public addresses of instances, by the names in the stack file.</summary>
    public Output<ImmutableDictionary<string, string>> AddressCommands(string region) => OutputMaps.Join(_instances
        .Where(entry => entry.Value.HasPublicAddresses)
        .ToDictionary(entry => entry.Key, entry => entry.Value.AddressCommand(region)));

    private CloudWatch.LogGroup? CreateExecLog(ClusterArgs args) => args.ExecLogRetentionDays is not { } days ? null : new CloudWatch.LogGroup(
        $"{_name}-exec",
        new CloudWatch.LogGroupArgs { Name = args.Placement.Context.Names.ExecLogGroup, RetentionInDays = days, KmsKeyId = args.Placement.Context.KmsKeyArn! },
        this.Child());

    private Ecs.Cluster CreateCluster(ClusterArgs args, CloudWatch.LogGroup? execLog)
    {
        var cluster = new Ecs.ClusterArgs
        {
            Name = args.Placement.Context.Names.Deployment,
            Settings =
            [
                new Ecs.Inputs.ClusterSettingArgs { Name = "containerInsights", Value = $"{args.Config.ContainerInsights}".ToLowerInvariant() },
            ],
        };
        if (execLog is not null)
        {
            cluster.Configuration = new Ecs.Inputs.ClusterConfigurationArgs
            {
                ExecuteCommandConfiguration = PlanExecLogging(execLog, isEncrypted: args.Placement.Context.KmsKeyArn is not null),
            };
        }

        return new Ecs.Cluster(_name, cluster, this.Child());
    }

    // By default, ECS writes sessions to the log of the application.
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommandConfiguration.html
    private static Ecs.Inputs.ClusterConfigurationExecuteCommandConfigurationArgs PlanExecLogging(CloudWatch.LogGroup log, bool isEncrypted) => new()
    {
        Logging = "OVERRIDE",
        LogConfiguration = new Ecs.Inputs.ClusterConfigurationExecuteCommandConfigurationLogConfigurationArgs
        {
            CloudWatchLogGroupName = log.Name,
            CloudWatchEncryptionEnabled = isEncrypted,
        },
    };

    private InstanceCapacity CreateInstances(string key, InstancesConfig config, Ecs.Cluster cluster, ClusterArgs args) => new(
        $"{_name}-{key}",
        new InstanceCapacityArgs
        {
            Context = args.Placement.Context,
            Config = config,
            ClusterName = cluster.Name,
            ProviderName = args.Placement.Context.Names.CapacityProvider(key),
            Network = args.Placement.Network,
            SecurityGroupId = args.Placement.SecurityGroups.IdOf(TrafficPeer.Instances),
        },
        this.ChildComponent());

    private void AssociateProviders(Ecs.Cluster cluster)
    {
        List<Input<string>> providers = [.. ClusterConfig.FargateProviders, .. _instances.Values.Select(instances => instances.ProviderName)];
        _ = new Ecs.ClusterCapacityProviders(
            _name, new Ecs.ClusterCapacityProvidersArgs { ClusterName = cluster.Name, CapacityProviders = providers }, this.Child());
    }
}
