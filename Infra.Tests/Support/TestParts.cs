using Infra.Clusters;
using Infra.Databases;
using Infra.LoadBalancing;
using Infra.Monitoring;
using Infra.Networking;
using Infra.ObjectStorage;

namespace Infra.Tests.Support;

/// <summary>The other components that the one under test is given. Their network exists already, so it adds no resources.</summary>
internal sealed class TestParts(StackContext context, StackConfig config)
{
    private Network? _network;
    private SecurityGroups? _securityGroups;
    private LoadBalancer? _loadBalancer;
    private Cluster? _cluster;

    public StackContext Context => context;

    public StackConfig Config => config;

    public Network Network => _network ??= new Network("shop-network", new NetworkArgs
    {
        Context = context,
        Existing = TestConfigs.With(("network", "-"), ("existingNetwork", Blocks.ExistingNetwork)).ExistingNetwork,
    });

    public SecurityGroups SecurityGroups => _securityGroups ??= new SecurityGroups("shop-security", new SecurityGroupsArgs
    {
        VpcId = Network.VpcId,
        Traffic = config.PlanTraffic(),
    });

    public Foundation Foundation => new() { Context = context, Config = config, Network = Network, SecurityGroups = SecurityGroups };

    public LoadBalancer LoadBalancer => _loadBalancer ??= new LoadBalancer("shop-lb", Foundation, certificateArn: null);

    public HttpEntry? Web => config.HasWeb ? HttpEntry.Of(LoadBalancer, config.Domain) : null;

    public Cluster Cluster => _cluster ??= new Cluster("shop-cluster", new ClusterArgs
    {
        Context = context,
        Config = config.Cluster,
        ExecLogRetentionDays = config.AllTasks.Any(task => task.Task.Exec) ? config.Cluster.ExecLogRetentionDays : null,
        Network = config.Cluster.Instances.Count > 0 ? Network : null,
        InstanceSecurityGroupId = config.Cluster.Instances.Count > 0 ? SecurityGroups.IdOf(TrafficPeer.Instances) : null,
    });

    /// <summary>All that tasks may use, as far as the configuration asks for it.</summary>
    public Platform Platform() => new(Foundation, Stores.Create(Foundation), Cluster)
    {
        Web = Web,
        Endpoints = InterfaceEndpoints.For("shop-endpoints", Foundation),
        Discovery = DiscoveryNamespace.For("shop-discovery", config.Cluster, Network.VpcId),
        Notifications = Notifications.For("shop-notifications", config.Notifications, context),
    };

    public Database? Database() => Infra.Databases.Database.For("shop-database", Foundation);

    public Buckets? Buckets() => Infra.ObjectStorage.Buckets.For("shop-buckets", Foundation);

    /// <summary>What the given code makes in a stack of its own.</summary>
    public static Task<StackRun> Run(StackConfig config, Action<TestParts> create, bool isPreview = false) =>
        StackRun.OfComponent(context => create(new TestParts(context, config)), isPreview);
}
