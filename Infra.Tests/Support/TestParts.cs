using Infra.Caching;
using Infra.Clusters;
using Infra.Databases;
using Infra.FileStorage;
using Infra.LoadBalancing;
using Infra.Monitoring;
using Infra.Networking;
using Infra.ObjectStorage;
using Infra.Queueing;
using Infra.Registry;
using Infra.Services;
using Infra.SignIn;
using Infra.Tasks;

namespace Infra.Tests.Support;

/// <summary>Parts that the component under test depends on. Their network exists already, so it adds no resources.</summary>
internal sealed class TestParts
{
    private TestParts(StackContext context, StackConfig config) =>
        (Context, Config) = (context with { SecretRecoveryWindowDays = config.SecretRecoveryWindowDays }, config);

    public StackContext Context { get; }

    public StackConfig Config { get; }

    public Network Network => field ??= new Network("shop-network", new NetworkArgs
    {
        Context = Context,
        Existing = TestConfigs.With(("network", "-"), ("existingNetwork", Blocks.ExistingNetwork)).ExistingNetwork,
    });

    public SecurityGroups SecurityGroups => field ??= new SecurityGroups(
        "shop-security", new SecurityGroupsArgs { VpcId = Network.VpcId, Traffic = Config.PlanTraffic() });

    public Placement Placement => field ??= new Placement { Context = Context, Network = Network, SecurityGroups = SecurityGroups };

    public LoadBalancer? LoadBalancer => field ??= Config.HasOwnLoadBalancer.WhenTrue(() => new LoadBalancer(
        "shop-lb", new LoadBalancerArgs { Placement = Placement, Config = Config.LoadBalancer, IsDualStack = Config.IsDualStack }));

    public HttpEntry? HttpEntry => field ??= HttpEntry.Create(
        new HttpEntryArgs { LoadBalancer = LoadBalancer, Existing = Config.ExistingLoadBalancer, Domain = Config.Domain });

    public Cluster Cluster => field ??= new Cluster("shop-cluster", new ClusterArgs
    {
        Placement = Placement,
        Config = Config.Cluster,
        ExecLogRetentionDays = Config.ExecLogRetentionDays,
    });

    public Database? Database => field ??= Config.Database.WhenPresent(block => new Database(
        "shop-database", new DatabaseArgs { Placement = Placement, Config = block }));

    public Cache? Cache => field ??= Config.Cache.WhenPresent(block => new Cache(
        "shop-cache", new CacheArgs { Placement = Placement, Config = block }));

    public Buckets? Buckets => field ??= Config.Buckets.WhenAny(block => new Buckets(
        "shop-buckets", new BucketsArgs { Context = Context, Config = block }));

    public FileSystems? FileSystems => field ??= Config.FileSystems.WhenAny(block => new FileSystems(
        "shop-files", new FileSystemsArgs { Placement = Placement, Config = block, Directories = Config.MountedDirectories }));

    public Queues? Queues => field ??= Config.Queues.WhenAny(block => new Queues(
        "shop-queues", new QueuesArgs { Context = Context, Config = block }));

    public Repositories? Repositories => field ??= Config.Repositories.WhenAny(block => new Repositories(
        "shop-repositories", new RepositoriesArgs { Context = Context, Config = block }));

    public InterfaceEndpoints? Endpoints => field ??= Config.InterfaceEndpoints.WhenAny(services => new InterfaceEndpoints(
        "shop-endpoints", new InterfaceEndpointsArgs { Placement = Placement, Services = services }));

    public DiscoveryNamespace? Discovery => field ??= Config.Cluster.Namespace.WhenPresent(domainName => new DiscoveryNamespace(
        "shop-discovery", new DiscoveryNamespaceArgs { DomainName = domainName, VpcId = Network.VpcId }));

    public Notifications? Notifications => field ??= Config.Notifications.WhenPresent(block => new Notifications(
        "shop-notifications", new NotificationsArgs { Context = Context, Config = block }));

    /// <summary>The parts in the configuration that tasks can refer to.</summary>
    public StackParts Parts => field ??= new StackParts(
        Config.Parts,
        Context,
        Network,
        SecurityGroups,
        Endpoints,
        HttpEntry,
        Database,
        Cache,
        Buckets,
        FileSystems,
        Queues,
        Repositories,
        Cluster,
        ServicePlaceholders.Create(Config, Context, Cluster, Discovery));

    public TaskHost Tasks => field ??= new TaskHost
    {
        Placement = Placement,
        Cluster = Cluster,
        Parts = Parts,
        FileSystems = FileSystems,
        Repositories = Repositories,
        SecretValues = Config.SecretValues,
    };

    public ServiceHost Services => field ??= new ServiceHost
    {
        Tasks = Tasks,
        Config = Config,
        HttpEntry = HttpEntry,
        NetworkLoadBalancer = Config.HasTcpPorts.WhenTrue(() => new NetworkLoadBalancer(
            "shop-nlb", new NetworkLoadBalancerArgs { Placement = Placement, Config = Config.NetworkLoadBalancer, IsDualStack = Config.IsDualStack })),
        Authentication = Config.Authentication.WhenPresent(block => Authentication.CreateAction(
            "shop-users", new AuthenticationArgs { Config = block, DomainNames = Config.Domain!.Names, SecretValues = Config.SecretValues })),
        Discovery = Discovery,
        Queues = Queues,
        Notifications = Notifications,
    };

    /// <summary>The resources that the given code creates.</summary>
    public static Task<StackRun> Run(StackConfig config, Action<TestParts> create, bool isPreview = false) =>
        StackRun.OfComponent(context => create(new TestParts(context, config)), isPreview);
}
