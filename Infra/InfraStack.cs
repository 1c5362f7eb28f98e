using Infra.Clusters;
using Infra.Databases;
using Infra.Domains;
using Infra.Jobs;
using Infra.LoadBalancing;
using Infra.Monitoring;
using Infra.Networking;
using Infra.ObjectStorage;
using Infra.Queueing;
using Infra.Registry;
using Infra.Services;
using Infra.Tasks;
using Infra.WebAcls;
using Pulumi;

namespace Infra;

/// <summary>A container application on AWS: one statement for each part, in the order in which they depend on each other.</summary>
internal sealed class InfraStack : Pulumi.Stack
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
        var securityGroups = SecurityGroups.Of(names.Logical("security"), config, network);
        var foundation = new Foundation { Context = context, Config = config, Network = network, SecurityGroups = securityGroups };
        var endpoints = InterfaceEndpoints.For(names.Logical("endpoints"), foundation);

        var hostedZoneId = HostedZone.IdFor(config.Domain);
        var certificateArn = Certificate.ArnFor(names.Logical("certificate"), config, hostedZoneId);
        var web = HttpEntry.For(names.Logical("lb"), foundation, certificateArn);
        _ = HttpsRedirect.For(names.Logical("redirect"), config, web);
        _ = WebAcl.For(names.Logical("web-acl"), foundation, web);
        DnsRecords.Create(names.Logical("dns"), config, hostedZoneId, web);
        var networkLoadBalancer = NetworkLoadBalancer.For(names.Logical("nlb"), foundation);

        var stores = Stores.Create(foundation);
        var cluster = Cluster.Of(names.Logical("cluster"), foundation);
        var platform = new Platform(foundation, stores, cluster)
        {
            Web = web,
            Endpoints = endpoints,
            Discovery = DiscoveryNamespace.For(names.Logical("discovery"), config.Cluster, network.VpcId),
            Notifications = Notifications.For(names.Logical("notifications"), config.Notifications, context),
        };
        var services = StackServices.Create(platform, networkLoadBalancer);
        var jobs = StackJobs.Create(platform);
        Operations.Create(platform, services, jobs);

        Url = HttpEntry.UrlOf(web);
        TcpHost = NetworkLoadBalancer.HostOf(networkLoadBalancer);
        ClusterName = cluster.ClusterName;
        ServiceName = Optional.Of(services.Main?.ServiceName);
        ServiceNames = services.FurtherNames();
        TaskDefinitionArn = Optional.Of(services.Main?.Task.DefinitionArn);
        LogGroupName = Optional.Of(services.Main?.Task.LogGroupName);
        ExecCommand = ExecShell.CommandFor(platform, services.Main);
        RunCommands = jobs.RunCommands(services, platform);
        AddressCommands = cluster.AddressCommands(context.Region);
        DatabaseEndpoint = Database.EndpointOf(stores.Database);
        DatabaseSecretArn = Database.SecretArnOf(stores.Database);
        DatabaseTunnelCommand = DatabaseTunnel.CommandFor(platform, services.All);
        SecretArns = jobs.SecretArns(services);
        BucketNames = Buckets.NamesOf(stores.Buckets);
        QueueUrls = Queues.UrlsOf(stores.Queues);
        RepositoryUrls = Repositories.UrlsOf(stores.Repositories);
    }

    /// <summary>Where users reach the service; null without a load balancer.</summary>
    [Output("url")]
    public Output<string?> Url { get; }

    /// <summary>Where the TCP ports are reached; null without any.</summary>
    [Output("tcpHost")]
    public Output<string?> TcpHost { get; }

    [Output("clusterName")]
    public Output<string> ClusterName { get; }

    /// <summary><c>app:service</c> in the cluster; null without it.</summary>
    [Output("serviceName")]
    public Output<string?> ServiceName { get; }

    /// <summary>The further services by the names of the configuration.</summary>
    [Output("serviceNames")]
    public Output<ImmutableDictionary<string, string>> ServiceNames { get; }

    /// <summary>The revision of <c>app:service</c> that this deployment runs; compare it with what ECS runs to see whether it was rolled back.</summary>
    [Output("taskDefinitionArn")]
    public Output<string?> TaskDefinitionArn { get; }

    /// <summary>The log of <c>app:service</c>; null without it.</summary>
    [Output("logGroupName")]
    public Output<string?> LogGroupName { get; }

    /// <summary>Opens a shell in a running task of <c>app:service</c>; null where exec is off.</summary>
    [Output("execCommand")]
    public Output<string?> ExecCommand { get; }

    /// <summary>Commands that run a job, or a migration, now.</summary>
    [Output("runCommands")]
    public Output<ImmutableDictionary<string, string>> RunCommands { get; }

    /// <summary>Commands that show the public addresses of instances, by the names of the configuration, where they have any.</summary>
    [Output("addressCommands")]
    public Output<ImmutableDictionary<string, string>> AddressCommands { get; }

    /// <summary>Host and port; null without a database.</summary>
    [Output("databaseEndpoint")]
    public Output<string?> DatabaseEndpoint { get; }

    /// <summary>The secret with the database's password and URL; null without a database.</summary>
    [Output("databaseSecretArn")]
    public Output<string?> DatabaseSecretArn { get; }

    /// <summary>Makes the database reachable on a port of the operator's machine; null where no task with exec may connect to it.</summary>
    [Output("databaseTunnelCommand")]
    public Output<string?> DatabaseTunnelCommand { get; }

    /// <summary>The secrets that the stack itself stores, by task and variable, such as <c>service.TOKEN</c>.</summary>
    [Output("secretArns")]
    public Output<ImmutableDictionary<string, string>> SecretArns { get; }

    /// <summary>Real names by the names of the configuration.</summary>
    [Output("bucketNames")]
    public Output<ImmutableDictionary<string, string>> BucketNames { get; }

    [Output("queueUrls")]
    public Output<ImmutableDictionary<string, string>> QueueUrls { get; }

    /// <summary>Where to push images to.</summary>
    [Output("repositoryUrls")]
    public Output<ImmutableDictionary<string, string>> RepositoryUrls { get; }
}
