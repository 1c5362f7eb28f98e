using Infra.Components;
using Infra.Configuration;
using Pulumi;

namespace Infra;

/// <summary>A container application on AWS: one statement for each part, in the order in which they depend on each other.</summary>
internal sealed class InfraStack : Stack
{
    /// <summary>For the Pulumi CLI, which gives the configuration.</summary>
    public InfraStack()
        : this(StackConfigLoader.Load(), new StackOptions())
    {
    }

    /// <summary>For tests and the sandbox.</summary>
    public InfraStack(StackConfig config, StackOptions options)
        : base(Tagging.AddTo(options, config))
    {
        var context = StackContext.For(config);
        var names = context.Names;

        var network = new Network(
            names.Logical("network"), new NetworkArgs { Context = context, Own = config.Network, Existing = config.ExistingNetwork });
        var securityGroups = new SecurityGroups(
            names.Logical("security"), new SecurityGroupsArgs { VpcId = network.VpcId, Traffic = config.PlanTraffic() });
        var endpoints = InterfaceEndpoints.For(
            names.Logical("endpoints"), config.Network, new InterfaceEndpointsArgs { Context = context, Network = network, SecurityGroups = securityGroups });
        var hostedZoneId = HostedZone.IdFor(config.Domain);
        var loadBalancer = new LoadBalancer(names.Logical("lb"), new LoadBalancerArgs
        {
            Context = context,
            Config = config.LoadBalancer,
            Network = network,
            SecurityGroups = securityGroups,
            CertificateArn = Certificate.ArnFor(names.Logical("certificate"), config.Domain, hostedZoneId),
            DualStack = config.IsDualStack,
        });
        DnsRecords.Create(names.Logical("dns"), config, hostedZoneId, loadBalancer);
        var address = ServiceAddress.For(config.Domain, loadBalancer);
        var database = Database.For(names.Logical("database"), config.Database, new DatabaseArgs
        {
            Context = context,
            Network = network,
            SecurityGroups = securityGroups,
            SecretRecoveryWindowDays = config.SecretRecoveryWindowDays,
        });
        var storage = Storage.For(names.Logical("storage"), config.Buckets, context);
        var cluster = new Cluster(
            names.Logical("cluster"), new ClusterArgs { Context = context, Config = config.Cluster });
        var secrets = TaskSecrets.For(
            names.Logical("secrets"), new TaskSecretsArgs { Context = context, Config = config, Database = database });
        var placeholders = new Placeholders(new PlaceholdersArgs
        {
            Context = context,
            Address = address,
            Cluster = cluster,
            Database = database,
            Storage = storage,
        });
        var service = new Service(names.Application, new ServiceArgs
        {
            Context = context,
            Config = config.Service,
            Network = network,
            SecurityGroups = securityGroups,
            Endpoints = endpoints,
            Database = database,
            LoadBalancer = loadBalancer,
            Authentication = Authentication.ActionFor(names.Logical("users"), config),
            PublicPaths = config.Authentication?.PublicPaths ?? [],
            Cluster = cluster,
            Secrets = secrets,
            Storage = storage,
            Placeholders = placeholders,
        });

        Url = address.Url;
        ClusterName = cluster.ClusterName;
        ServiceName = service.ServiceName;
        TaskDefinitionArn = service.TaskDefinitionArn;
        LogGroupName = service.LogGroupName;
        ExecCommand = ExecShell.CommandFor(context, config.Service, cluster, service);
        DatabaseEndpoint = Database.EndpointOf(database);
        BucketNames = Storage.NamesOf(storage);
    }

    /// <summary>Where users reach the service.</summary>
    [Output("url")]
    public Output<string> Url { get; }

    [Output("clusterName")]
    public Output<string> ClusterName { get; }

    [Output("serviceName")]
    public Output<string> ServiceName { get; }

    /// <summary>The revision this deployment runs; compare it with what ECS runs to see whether it was rolled back.</summary>
    [Output("taskDefinitionArn")]
    public Output<string> TaskDefinitionArn { get; }

    [Output("logGroupName")]
    public Output<string> LogGroupName { get; }

    /// <summary>Opens a shell in a running task; null where exec is off.</summary>
    [Output("execCommand")]
    public Output<string?> ExecCommand { get; }

    /// <summary>Host and port; null without a database.</summary>
    [Output("databaseEndpoint")]
    public Output<string?> DatabaseEndpoint { get; }

    /// <summary>Real names by the names of the configuration.</summary>
    [Output("bucketNames")]
    public Output<ImmutableDictionary<string, string>> BucketNames { get; }
}
