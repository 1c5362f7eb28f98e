using Infra.Clusters;
using Infra.Databases;
using Infra.Jobs;
using Infra.LoadBalancing;
using Infra.Networking;
using Infra.ObjectStorage;
using Infra.Queueing;
using Infra.Registry;
using Infra.Services;
using Infra.Tasks;
using Pulumi;

namespace Infra;

/// <content>The outputs of the stack, for <c>pulumi stack output</c>, pipelines and other stacks.</content>
internal sealed partial class InfraStack
{
    private readonly StackContext _context;
    private readonly StackConfig _config;
    private readonly Network _network;
    private readonly SecurityGroups _securityGroups;
    private readonly Cluster _cluster;
    private readonly HttpEntry? _httpEntry;
    private readonly NetworkLoadBalancer? _networkLoadBalancer;
    private readonly StackServices _services;
    private readonly StackJobs _jobs;
    private readonly Database? _database;
    private readonly Buckets? _buckets;
    private readonly Queues? _queues;
    private readonly Repositories? _repositories;

    /// <summary>The URL of the service; null without a load balancer.</summary>
    [Output("url")]
    public Output<string?> Url => (_httpEntry?.Address.Url).OrNull();

    /// <summary>The addresses of the TCP ports; null without any.</summary>
    [Output("tcpHost")]
    public Output<string?> TcpHost => (_networkLoadBalancer?.DnsName).OrNull();

    [Output("clusterName")]
    public Output<string> ClusterName => _cluster.ClusterName;

    /// <summary><c>app:service</c> in the cluster; null without it.</summary>
    [Output("serviceName")]
    public Output<string?> ServiceName => (_services.Main?.ServiceName).OrNull();

    /// <summary>The further services by the names of the configuration.</summary>
    [Output("serviceNames")]
    public Output<ImmutableDictionary<string, string>> ServiceNames => _services.NamesByKey;

    /// <summary>The revision of <c>app:service</c> that this deployment runs.</summary>
    [Output("taskDefinitionArn")]
    public Output<string?> TaskDefinitionArn => (_services.Main?.Task.DefinitionArn).OrNull();

    /// <summary>The log of <c>app:service</c>; null without it.</summary>
    [Output("logGroupName")]
    public Output<string?> LogGroupName => (_services.Main?.Task.LogGroupName).OrNull();

    /// <summary>Opens a shell in a running task of <c>app:service</c>; null where exec is off.</summary>
    [Output("execCommand")]
    public Output<string?> ExecCommand => ExecShell.Command(_context, _services.Main).OrNull();

    /// <summary>Commands that open a shell in a running task, by the key of the service, such as <c>services.admin</c>; services without exec have none.</summary>
    [Output("shellCommands")]
    public Output<ImmutableDictionary<string, string>> ShellCommands => OutputMaps.Join(_services.ShellCommands);

    /// <summary>Commands that follow the log, by the key of the service or job.</summary>
    [Output("logCommands")]
    public Output<ImmutableDictionary<string, string>> LogCommands => OutputMaps.Join([.. _services.LogCommands, .. _jobs.LogCommands(_context.Region)]);

    /// <summary>Commands that replace the tasks by new ones of the same version, by the key of the service.</summary>
    [Output("redeployCommands")]
    public Output<ImmutableDictionary<string, string>> RedeployCommands => OutputMaps.Join(_services.RedeployCommands);

    /// <summary>Commands that run a job, or a migration, now, and exit with its exit code.</summary>
    [Output("runCommands")]
    public Output<ImmutableDictionary<string, string>> RunCommands => _jobs.RunCommands(_context, _services.Migrations);

    /// <summary>Commands that show the public addresses of instances, by the names of the configuration, where they have any.</summary>
    [Output("addressCommands")]
    public Output<ImmutableDictionary<string, string>> AddressCommands => _cluster.AddressCommands(_context.Region);

    /// <summary>Host and port; null without a database.</summary>
    [Output("databaseEndpoint")]
    public Output<string?> DatabaseEndpoint => (_database?.Endpoint).OrNull();

    /// <summary>The secret with the database's password and URL; null without a database.</summary>
    [Output("databaseSecretArn")]
    public Output<string?> DatabaseSecretArn => (_database?.SecretArn).OrNull();

    /// <summary>Makes the database reachable on a port of the operator's machine; null where no task with exec may connect to it.</summary>
    [Output("databaseTunnelCommand")]
    public Output<string?> DatabaseTunnelCommand => DatabaseTunnel.Command(_context, _config.Database, _database, _services.All).OrNull();

    /// <summary>The secrets that the stack itself stores, by task and variable, such as <c>service.TOKEN</c>.</summary>
    [Output("secretArns")]
    public Output<ImmutableDictionary<string, string>> SecretArns => OutputMaps.Join([.. _services.StoredSecrets, .. _jobs.StoredSecrets]);

    /// <summary>Real names by the names of the configuration.</summary>
    [Output("bucketNames")]
    public Output<ImmutableDictionary<string, string>> BucketNames => OutputMaps.Join(_buckets?.BucketNames);

    [Output("queueUrls")]
    public Output<ImmutableDictionary<string, string>> QueueUrls => OutputMaps.Join(_queues?.Urls);

    /// <summary>The URLs of the repositories.</summary>
    [Output("repositoryUrls")]
    public Output<ImmutableDictionary<string, string>> RepositoryUrls => OutputMaps.Join(_repositories?.Urls);

    [Output("vpcId")]
    public Output<string> VpcId => _network.VpcId;

    [Output("publicSubnetIds")]
    public Output<ImmutableArray<string>> PublicSubnetIds => _network.PublicSubnetIds;

    [Output("privateSubnetIds")]
    public Output<ImmutableArray<string>> PrivateSubnetIds => _network.PrivateSubnetIds;

    [Output("isolatedSubnetIds")]
    public Output<ImmutableArray<string>> IsolatedSubnetIds => _network.IsolatedSubnetIds;

    /// <summary>The security groups by what they protect, such as <c>service</c>, <c>service-admin</c> or <c>database</c>.</summary>
    [Output("securityGroupIds")]
    public Output<ImmutableDictionary<string, string>> SecurityGroupIds => _securityGroups.Ids;

    /// <summary>The state that AWS must reach after this deployment, for <c>sandbox verify</c>.</summary>
    [Output("expected")]
    public Output<ImmutableDictionary<string, object>> Expected => ExpectedStack.Create(new ExpectedStackArgs
    {
        Project = Deployment.Instance.ProjectName,
        Region = _context.Region,
        ClusterName = ClusterName,
        HttpEntry = _httpEntry,
        Services = _services.Expected,
        Jobs = _jobs.Expected,
    });

    /// <summary>The parts that tasks and monitoring build on. Not an output.</summary>
    internal StackParts Parts { get; }
}
