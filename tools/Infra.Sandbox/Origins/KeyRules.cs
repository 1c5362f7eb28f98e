using Infra.Caching;
using Infra.Configuration.Binding;
using Infra.Databases;
using Infra.FileStorage;
using Infra.Jobs;
using Infra.Sandbox.Graph;
using Infra.Services;
using Infra.Stack.Parts;
using Infra.Tasks;
using static Infra.Stack.StackKeys;

namespace Infra.Sandbox.Origins;

/// <summary>
/// The keys that types of components and resources come from. Entries of a map are told apart by their logical names, which extend the name of
/// the component that contains them: <c>shop-queues</c>, <c>shop-queues-orders</c>.
/// </summary>
internal sealed class KeyRules
{
    private const string Component = "infra:index:";
    private const string Network = "infra:index:Network";
    private const string NetworkSuffix = "-network";
    private const string Vpc = "awsx:ec2:Vpc";
    private const string TargetGroup = "aws:lb/targetGroup:TargetGroup";

    private static readonly Dictionary<string, KeyPath> OfTypes = new()
    {
        ["infra:index:FlowLogs"] = Key(stack => stack.Network!.FlowLogRetentionDays),
        ["infra:index:Ipv6Routes"] = Key(stack => stack.Network!.DualStack),
        ["infra:index:NewSubnets"] = Key(stack => stack.ExistingNetwork!.NewSubnets),
        ["infra:index:InterfaceEndpoints"] = Key(stack => stack.Network!.InterfaceEndpoints),
        ["infra:index:Certificate"] = Key(stack => stack.Domain),
        ["infra:index:DnsRecords"] = Key(stack => stack.Domain),
        ["infra:index:HttpsRedirect"] = Key(stack => stack.Domain),
        ["infra:index:LoadBalancer"] = Key(stack => stack.LoadBalancer),
        ["infra:index:AccessLogs"] = Key(stack => stack.LoadBalancer.AccessLogRetentionDays),
        ["infra:index:NetworkLoadBalancer"] = Key(stack => stack.NetworkLoadBalancer),
        ["infra:index:WebAcl"] = Key(stack => stack.WebAcl),
        ["infra:index:UserPool"] = Key(stack => stack.Authentication!.UserPool),
        ["infra:index:Database"] = Key(stack => stack.Database),
        ["infra:index:Cache"] = Key(stack => stack.Cache),
        ["infra:index:Cluster"] = Key(stack => stack.Cluster),
        ["infra:index:DiscoveryNamespace"] = Key(stack => stack.Cluster.Namespace),
        ["infra:index:Notifications"] = Key(stack => stack.Notifications),
        ["infra:index:FailureAlerts"] = Key(stack => stack.Notifications),
        ["infra:index:Alarms"] = Key(stack => stack.Alarms),
        ["infra:index:ServiceAlarms"] = Key(stack => stack.Alarms),
        ["infra:index:Dashboard"] = Key(stack => stack.Dashboard),
        ["infra:index:BackupPlan"] = Key(stack => stack.Backup),
        ["infra:index:DatabaseOffHours"] = Key(stack => stack.OffHours!.Database),
        ["aws:ec2/natGateway:NatGateway"] = Key(stack => stack.Network!.NatGateways),
        ["aws:ec2/eip:Eip"] = Key(stack => stack.Network!.NatGateways),
    };

    private static readonly Dictionary<string, KeyPath> OfPeers = new()
    {
        [TrafficPeer.LoadBalancer.Name] = Key(stack => stack.LoadBalancer),
        [TrafficPeer.NetworkLoadBalancer.Name] = Key(stack => stack.NetworkLoadBalancer),
        [TrafficPeer.Service.Name] = Key(stack => stack.Service),
        [TrafficPeer.Endpoints.Name] = Key(stack => stack.Network!.InterfaceEndpoints),
        [TrafficPeer.Instances.Name] = Key(stack => stack.Cluster.Instances),
        [DatabaseDescription.Peer.Name] = Key(stack => stack.Database),
        [CacheDescription.Peer.Name] = Key(stack => stack.Cache),
        [FileSystemsDescription.Peer.Name] = Key(stack => stack.FileSystems),
    };

    private readonly bool _hasOwnNetwork;
    private readonly string _application;
    private readonly Func<ResourceNode, ResourceNode?> _parentOf;
    private readonly Func<ResourceKey, KeyPath> _keyOf;

    /// <param name="graph">The stack.</param>
    /// <param name="parentOf">The component that contains a resource.</param>
    /// <param name="keyOf">The key of another resource.</param>
    public KeyRules(ResourceGraph graph, Func<ResourceNode, ResourceNode?> parentOf, Func<ResourceKey, KeyPath> keyOf)
    {
        (_parentOf, _keyOf) = (parentOf, keyOf);
        _hasOwnNetwork = graph.Resources.Any(node => node.Key.Type == Vpc);
        _application = graph.Resources.FirstOrDefault(node => node.Key.Type == Network) is { } network
            ? network.Key.Name[..^NetworkSuffix.Length]
            : graph.Project;
    }

    /// <summary>The key of this resource or component itself; null if it belongs to the key of its parent.</summary>
    public KeyPath? KeyOf(ResourceNode node) =>
        OfTypes.TryGetValue(node.Key.Type, out var key) ? key
        : node.Key.Type.StartsWith(Component, StringComparison.Ordinal) ? OfComponent(node, node.Key.Type[Component.Length..])
        : OfResource(node);

    private KeyPath? OfComponent(ResourceNode node, string type) => type switch
    {
        "Network" => _hasOwnNetwork ? Key(stack => stack.Network) : Key(stack => stack.ExistingNetwork),
        "Service" => OfService(node.Key.Name),
        "StepScaling" or "BacklogScaling" => ScalingOf(node),
        "Job" => OfJob(node.Key.Name),
        "JobSchedule" => Parent(node).Member<JobConfig>(job => job.Schedule),
        "JobEvent" or "JobPipe" => Parent(node).Member<JobConfig>(job => job.Event),
        "InstanceCapacity" => Key(stack => stack.Cluster.Instances).Named(EntryName(node)),
        "FileSystem" => Key(stack => stack.FileSystems).Named(EntryName(node)),
        "Queue" => Key(stack => stack.Queues).Named(EntryName(node)),
        "PrivateBucket" when IsIn(node, "Buckets") => Key(stack => stack.Buckets).Named(EntryName(node)),
        "StoredSecret" when IsIn(node, "TaskSecrets") => Parent(node).Member<TaskConfig>(task => task.Secrets).Named(EntryName(node)),
        _ => null,
    };

    private KeyPath? OfResource(ResourceNode node) => node.Key.Type switch
    {
        "aws:ec2/vpcEndpoint:VpcEndpoint" when !IsIn(node, "InterfaceEndpoints") => Key(stack => stack.Network!.S3GatewayEndpoint),
        "aws:ec2/securityGroup:SecurityGroup" => OfPeer(EntryName(node)),
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule" or "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule" => OfGroup(node),
        "aws:lb/listenerRule:ListenerRule" => OfListenerRule(node),
        "aws:ecr/repository:Repository" or "aws:ecr/lifecyclePolicy:LifecyclePolicy" => Key(stack => stack.Repositories).Named(EntryName(node)),
        "aws:efs/accessPoint:AccessPoint" => Key(stack => stack.FileSystems).Named(EntryName(node).Split('/')[0]),
        "aws:s3/bucketNotification:BucketNotification" => Key(stack => stack.Buckets).Named(EntryName(node)),
        "aws:appautoscaling/policy:Policy" => ScalingOf(node),
        "aws:appautoscaling/scheduledAction:ScheduledAction" =>
            EntryName(node).StartsWith("off-hours-", StringComparison.Ordinal) ? Key(stack => stack.OffHours) : ScalingOf(node),
        "aws:ecs/taskDefinition:TaskDefinition" when node.Key.Name.EndsWith("-task-migration", StringComparison.Ordinal) =>
            Parent(node).Member<ServiceConfig>(service => service.Migration),
        _ => null,
    };

    // app:service has the name of the application.
    private KeyPath OfService(string name) =>
        After(name, $"{_application}-service-") is { } key ? Key(stack => stack.Services).Named(key) : Key(stack => stack.Service);

    private KeyPath OfJob(string name) => Key(stack => stack.Jobs).Named(After(name, $"{_application}-job-") ?? name);

    private static KeyPath OfPeer(string peer) =>
        OfPeers.TryGetValue(peer, out var key) ? key
        : After(peer, TrafficPeer.OfService("").Name) is { } service ? Key(stack => stack.Services).Named(service)
        : After(peer, TrafficPeer.OfJob("").Name) is { } job ? Key(stack => stack.Jobs).Named(job)
        : Key(stack => stack.Network);

    private KeyPath? OfGroup(ResourceNode rule) =>
        rule.Inputs.Find("securityGroupId") is { } group && group.Symbols().Select(symbol => (ResourceKey?)symbol.Resource).FirstOrDefault() is { } key
            ? _keyOf(key)
            : null;

    // Listener rules that services share belong to the service that they forward to.
    private KeyPath? OfListenerRule(ResourceNode rule) =>
        IsIn(rule, "ListenerRuleSet") && rule.Sources.FirstOrDefault(source => source.Type == TargetGroup) is { Type: not null } target
            ? _keyOf(target)
            : null;

    private KeyPath ScalingOf(ResourceNode node) => Parent(node) is var parent && parent.Text.EndsWith(".scaling", StringComparison.Ordinal)
        ? parent
        : parent.Member<ServiceConfig>(service => service.Scaling);

    private KeyPath Parent(ResourceNode node) => _keyOf(node.Parent!.Value);

    private bool IsIn(ResourceNode node, string component) => _parentOf(node)?.Key.Type == Component + component;

    private static string EntryName(ResourceNode node) => node.Parent is { } parent && node.Key.Name.Length > parent.Name.Length
        ? node.Key.Name[(parent.Name.Length + 1)..]
        : node.Key.Name;

    private static string? After(string text, string prefix) => text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : null;
}
