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
        var foundation = new Foundation { Context = context, Config = config, Network = network, SecurityGroups = securityGroups };
        var endpoints = InterfaceEndpoints.For(names.Logical("endpoints"), foundation);

        var hostedZoneId = HostedZone.IdFor(config.Domain);
        var certificateArn = Certificate.ArnFor(names.Logical("certificate"), config.Domain, hostedZoneId);
        var web = WebFront.For(names.Logical("lb"), foundation, certificateArn);
        DnsRecords.Create(names.Logical("dns"), config, hostedZoneId, web);
        var networkLoadBalancer = NetworkLoadBalancer.For(names.Logical("nlb"), foundation);

        var database = Database.For(names.Logical("database"), foundation);
        var storage = Storage.For(names.Logical("storage"), foundation);
        var cluster = new Cluster(names.Logical("cluster"), new ClusterArgs { Context = context, Config = config.Cluster });
        var platform = new Platform(foundation, cluster) { Web = web, Endpoints = endpoints, Database = database, Storage = storage };
        var services = Services.Create(platform, networkLoadBalancer);
        var jobs = Jobs.Create(platform);

        Url = WebFront.UrlOf(web);
        TcpHost = NetworkLoadBalancer.HostOf(networkLoadBalancer);
        ClusterName = cluster.ClusterName;
        ServiceName = services.Main.ServiceName;
        ServiceNames = services.FurtherNames();
        TaskDefinitionArn = services.Main.Task.DefinitionArn;
        LogGroupName = services.Main.Task.LogGroupName;
        ExecCommand = ExecShell.CommandFor(platform, services.Main);
        DatabaseEndpoint = Database.EndpointOf(database);
        BucketNames = Storage.NamesOf(storage);
    }

    /// <summary>Where users reach the service; null without a load balancer.</summary>
    [Output("url")]
    public Output<string?> Url { get; }

    /// <summary>Where the TCP ports are reached; null without any.</summary>
    [Output("tcpHost")]
    public Output<string?> TcpHost { get; }

    [Output("clusterName")]
    public Output<string> ClusterName { get; }

    [Output("serviceName")]
    public Output<string> ServiceName { get; }

    /// <summary>The further services by the names of the configuration.</summary>
    [Output("serviceNames")]
    public Output<ImmutableDictionary<string, string>> ServiceNames { get; }

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
