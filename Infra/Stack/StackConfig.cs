using System.Text.Json.Serialization;
using Infra.Backups;
using Infra.Caching;
using Infra.Checks;
using Infra.Clusters;
using Infra.Configuration.Binding;
using Infra.Costs;
using Infra.Databases;
using Infra.Domains;
using Infra.FileStorage;
using Infra.Jobs;
using Infra.LoadBalancing;
using Infra.Monitoring;
using Infra.Networking;
using Infra.ObjectStorage;
using Infra.OffHours;
using Infra.Queueing;
using Infra.Registry;
using Infra.Services;
using Infra.SignIn;
using Infra.Tasks;
using Infra.WebAcls;
using Pulumi;

namespace Infra.Stack;

/// <summary>Everything a stack file says: one property for each key.</summary>
internal sealed record StackConfig
{
    private const string PartName = "^(?=.{1,26}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$";
    private const string PartNameMeaning = "up to 26 lower-case letters, digits and single dashes, a letter first";

    /// <summary>Name of the application. It begins the names of all resources and is their identity: another name is another deployment.</summary>
    [Pattern(ShortName.Pattern, ShortName.Meaning)]
    public required string Name { get; init; }

    /// <summary>Tags for every resource, besides <c>Name</c>, <c>Application</c> and <c>Stack</c>.</summary>
    [Keys(@"^[\p{L}\p{N} _.:/=+@-]{1,128}$", "1 to 128 letters, digits, spaces and _ . : / = + - @")]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Days for which a deleted secret can be brought back: 0 for not at all, otherwise 7 to 30.</summary>
    [SecretRecoveryWindow]
    public int SecretRecoveryWindowDays { get; init; } = 30;

    /// <summary>A policy that limits every role the stack makes, where an account demands one.</summary>
    [Arn("iam", "policy/.+", "the ARN of an IAM policy", Place = ArnPlace.NoRegion)]
    public string? PermissionsBoundaryArn { get; init; }

    /// <summary>
    /// Customer key for secrets, logs, buckets, queues, the database with its insights, the cache, file systems, repositories, backups and
    /// notifications; otherwise keys of AWS's own. The key's own policy must let those services use it. Set it before
    /// the first deployment: a database, a cache, a file system, a repository and a backup vault keep the key with which they were created, and an
    /// update with another one fails without deleting them.
    /// </summary>
    [KmsKeyArn]
    public string? KmsKeyArn { get; init; }

    /// <inheritdoc cref="NetworkConfig"/>
    public NetworkConfig? Network { get; init; }

    /// <inheritdoc cref="ExistingNetworkConfig"/>
    public ExistingNetworkConfig? ExistingNetwork { get; init; }

    /// <inheritdoc cref="DomainConfig"/>
    public DomainConfig? Domain { get; init; }

    /// <inheritdoc cref="LoadBalancerConfig"/>
    public LoadBalancerConfig LoadBalancer { get; init; } = new();

    /// <inheritdoc cref="ExistingLoadBalancerConfig"/>
    public ExistingLoadBalancerConfig? ExistingLoadBalancer { get; init; }

    /// <inheritdoc cref="AuthenticationConfig"/>
    [SecretHint("`clientSecretConfig: <name>` in authentication.oidc")]
    public AuthenticationConfig? Authentication { get; init; }

    /// <inheritdoc cref="NetworkLoadBalancerConfig"/>
    public NetworkLoadBalancerConfig NetworkLoadBalancer { get; init; } = new();

    /// <inheritdoc cref="WebAclConfig"/>
    public WebAclConfig? WebAcl { get; init; }

    /// <inheritdoc cref="DatabaseConfig"/>
    public DatabaseConfig? Database { get; init; }

    /// <inheritdoc cref="CacheConfig"/>
    public CacheConfig? Cache { get; init; }

    /// <summary>S3 buckets by name; <c>${bucket.‹name›}</c> is the bucket's real name.</summary>
    [Keys(PartName, PartNameMeaning)]
    public IReadOnlyDictionary<string, BucketConfig> Buckets { get; init; } = new Dictionary<string, BucketConfig>();

    /// <summary>EFS file systems by name, for the <c>volumes</c> of tasks. In an existing network the subnets they use (isolated ones, or else private, or else public ones) must each lie in another zone.</summary>
    [Keys(PartName, PartNameMeaning)]
    public IReadOnlyDictionary<string, FileSystemConfig> FileSystems { get; init; } = new Dictionary<string, FileSystemConfig>();

    /// <summary>SQS queues by name; <c>${queue.‹name›}</c> is the URL of a queue.</summary>
    [Keys(PartName, PartNameMeaning)]
    public IReadOnlyDictionary<string, QueueConfig> Queues { get; init; } = new Dictionary<string, QueueConfig>();

    /// <summary>ECR repositories by name; <c>${repository.‹name›}</c> is the URL of a repository, which an image's name begins with. A service that runs such an image needs <c>desiredCount: 0</c> until the first one is pushed.</summary>
    [Keys(PartName, PartNameMeaning)]
    public IReadOnlyDictionary<string, RepositoryConfig> Repositories { get; init; } = new Dictionary<string, RepositoryConfig>();

    /// <inheritdoc cref="ClusterConfig"/>
    public ClusterConfig Cluster { get; init; } = new();

    /// <inheritdoc cref="ServiceConfig"/>
    [SecretHint("`config: <name>` in service.secrets")]
    public ServiceConfig? Service { get; init; }

    /// <summary>Further services beside <c>app:service</c>, or without it, by name: each has a task of its own and the same keys. Those with a <c>containerPort</c> share the load balancer and say in <c>routing</c> which requests are theirs. Renaming one starts it anew under the other name, and deletes its log group; its requests fail for a minute or two.</summary>
    [Keys(ShortName.Pattern, ShortName.Meaning)]
    [SecretHint("`config: <name>` in the secrets of the service")]
    public IReadOnlyDictionary<string, ServiceConfig> Services { get; init; } = new Dictionary<string, ServiceConfig>();

    /// <summary>Tasks that do their work and end, by name.</summary>
    [Keys(ShortName.Pattern, ShortName.Meaning)]
    [SecretHint("`config: <name>` in the secrets of the job")]
    public IReadOnlyDictionary<string, JobConfig> Jobs { get; init; } = new Dictionary<string, JobConfig>();

    /// <inheritdoc cref="OffHoursConfig"/>
    public OffHoursConfig? OffHours { get; init; }

    /// <inheritdoc cref="BackupConfig"/>
    public BackupConfig? Backup { get; init; }

    /// <inheritdoc cref="NotificationsConfig"/>
    public NotificationsConfig? Notifications { get; init; }

    /// <inheritdoc cref="AlarmsConfig"/>
    public AlarmsConfig? Alarms { get; init; }

    /// <summary>Show requests, tasks, the database, the cache and queues on one CloudWatch dashboard: 3 USD a month after an account's first three.</summary>
    public bool Dashboard { get; init; }

    /// <summary>Findings of <c>sandbox check</c> that the team accepts, each with a reason and a last day.</summary>
    public IReadOnlyList<ControlExceptionConfig> Exceptions { get; init; } = [];

    /// <inheritdoc cref="CostsConfig"/>
    public CostsConfig Costs { get; init; } = new();

    /// <summary>The region, from <c>aws:region</c>.</summary>
    [JsonIgnore]
    public required string Region { get; init; }

    /// <summary>The encrypted values that <see cref="SecretConfig.Config"/> and the like name.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, Output<string>> SecretValues { get; init; } = new Dictionary<string, Output<string>>();

    /// <summary>Warnings: values that are legal but probably not meant; the preview shows them.</summary>
    [JsonIgnore]
    public IReadOnlyList<ConfigProblem> Warnings { get; init; } = [];

    /// <summary>Whether the load balancer has IPv6 addresses too.</summary>
    public bool IsDualStack => Network?.DualStack ?? ExistingNetwork?.DualStack ?? false;

    /// <summary>The services, <c>app:service</c> first if there is one.</summary>
    public IReadOnlyList<ConfiguredService> AllServices =>
    [
        .. Service is null ? (ConfiguredService[])[] : [new ConfiguredService(StackKeys.Key(stack => stack.Service), null, Service)],
        .. Services.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => new ConfiguredService(StackKeys.Key(stack => stack.Services).Named(entry.Key), entry.Key, entry.Value)),
    ];

    public IReadOnlyList<ConfiguredJob> AllJobs =>
    [
        .. Jobs.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => new ConfiguredJob(StackKeys.Key(stack => stack.Jobs).Named(entry.Key), entry.Key, entry.Value, Service?.Image)),
    ];

    /// <summary>Everything that runs in a container.</summary>
    public IReadOnlyList<ConfiguredTask> AllTasks => [.. AllServices, .. AllJobs];

    /// <summary>The parts of the stack as they describe themselves to the rules, to tasks and to monitoring.</summary>
    public IReadOnlyList<PartDescription> Parts =>
    [
        new AccountDescription(),
        new ClusterDescription(),
        new ServicesDescription(Service is not null, DiscoveryNames),
        new HttpEntryDescription(HasWeb),
        new DatabaseDescription(Database),
        new CacheDescription(Cache),
        new BucketsDescription(Buckets),
        new QueuesDescription(Queues),
        new FileSystemsDescription(FileSystems),
        new RepositoriesDescription(Repositories),
    ];

    /// <summary>Whether any service is reached over HTTP.</summary>
    public bool HasWeb => AllServices.Any(service => service.Config.ContainerPort is not null);

    /// <summary>Whether the stack creates a load balancer for HTTP.</summary>
    public bool HasOwnLoadBalancer => HasWeb && ExistingLoadBalancer is null;

    /// <summary>The domain for whose load balancer the stack needs a certificate; the listener of an existing one has its own.</summary>
    public DomainConfig? CertifiedDomain => ExistingLoadBalancer is null ? Domain : null;

    /// <summary>The AWS services with an interface endpoint.</summary>
    public IReadOnlyList<string> InterfaceEndpoints => Network?.InterfaceEndpoints ?? [];

    /// <summary>The directories of file systems that tasks mount.</summary>
    public IEnumerable<FileSystemDirectory> MountedDirectories => AllTasks.SelectMany(task => task.Task.Directories);

    /// <summary>Days for which sessions of ECS Exec are logged; null where no task allows any.</summary>
    public int? ExecLogRetentionDays => AllTasks.Any(task => task.Task.Exec) ? Cluster.ExecLogRetentionDays : null;

    /// <summary>The names of services in <c>cluster.namespace</c>.</summary>
    public IReadOnlyList<string> DiscoveryNames => [.. AllServices.Select(service => service.Config.DiscoveryName).OfType<string>()];

    /// <summary>Whether services have target groups of the stack's own.</summary>
    public bool HasOwnTargetGroups => ExistingLoadBalancer?.TargetGroupArn is null;

    /// <summary>Whether any service has ports of a network load balancer.</summary>
    public bool HasTcpPorts => AllServices.Any(service => service.Config.TcpPorts.Count > 0);

    /// <summary>The rules by which the load balancer chooses a service.</summary>
    public IReadOnlyList<RequestRoute> PlanRoutes() =>
        [.. AllServices.Where(service => service.Config.ContainerPort is not null).SelectMany(service => service.PlanRoutes(Authentication?.PublicPaths ?? []))];

    public TrafficPlan PlanTraffic() => new()
    {
        Web = HasOwnLoadBalancer ? PlanWebTraffic() : null,
        Tasks = [.. AllTasks.Select(PlanTraffic)],
        Parts = [.. Parts.Select(part => part.Target?.Peer).OfType<TrafficPeer>()],
        HasInstances = Cluster.Instances.Count > 0,
        HasEndpoints = InterfaceEndpoints.Count > 0,
        IsDualStack = IsDualStack,
    };

    private TaskTraffic PlanTraffic(ConfiguredTask task) => task.PlanTraffic() with
    {
        Calls = TaskConnections.CallsOf(task, this),
    };

    private WebTraffic PlanWebTraffic() => new()
    {
        HasCertificate = Domain is not null,
        SourceCidrs = LoadBalancer.AllowedCidrs.Count > 0 ? LoadBalancer.AllowedCidrs : null,
        IdentityProviderPorts = Authentication?.ProviderPorts ?? [],
        TestListeners =
        [
            .. AllServices
                .Select(service => service.Config.Deployment.TestListener)
                .OfType<TestListenerConfig>()
                .Select(test => new TcpTraffic(test.Port, test.AllowedCidrs)),
        ],
    };
}

/// <summary>Names that an operator gives to services, jobs, instances and ways of scaling, and to the application.</summary>
internal static class ShortName
{
    public const string Pattern = "^(?=.{1,20}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$";
    public const string Meaning = "up to 20 lower-case letters, digits and single dashes, a letter first";
}
