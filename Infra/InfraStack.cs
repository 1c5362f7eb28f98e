using Infra.Backups;
using Infra.Caching;
using Infra.Clusters;
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

namespace Infra;

/// <summary>A container application on AWS: one statement for each part, in dependency order. Its outputs are in InfraStack.Outputs.cs.</summary>
internal sealed partial class InfraStack : Pulumi.Stack
{
    /// <summary>Run by the Pulumi CLI, with the configuration that it passes.</summary>
    public InfraStack()
        : this(StackConfigLoader.Load(), new StackOptions())
    {
    }

    /// <summary>Run by tests and the sandbox.</summary>
    public InfraStack(StackConfig config, StackOptions options)
        : base(Tagging.AddTo(options, config))
    {
        var context = StackContext.Create(config);
        var names = context.Names;

        var network = new Network(
            names.Logical("network"), new NetworkArgs { Context = context, Own = config.Network, Existing = config.ExistingNetwork });
        var securityGroups = new SecurityGroups(
            names.Logical("security"),
            new SecurityGroupsArgs { VpcId = network.VpcId, Traffic = config.PlanTraffic(), LoadBalancerGroupId = config.ExistingLoadBalancer?.SecurityGroupId });
        var placement = new Placement { Context = context, Network = network, SecurityGroups = securityGroups };
        var endpoints = config.InterfaceEndpoints.WhenAny(services => new InterfaceEndpoints(
            names.Logical("endpoints"), new InterfaceEndpointsArgs { Placement = placement, Services = services }));

        var hostedZoneId = HostedZone.FindId(config.Domain);
        var certificateArn = config.CertifiedDomain.WhenPresent(domain => Certificate.CreateArn(
            names.Logical("certificate"), new CertificateArgs { Domain = domain, HostedZoneId = hostedZoneId! }));
        var loadBalancer = config.HasOwnLoadBalancer.WhenTrue(() => new LoadBalancer(
            names.Logical("lb"), new LoadBalancerArgs { Placement = placement, Config = config.LoadBalancer, CertificateArn = certificateArn, IsDualStack = config.IsDualStack }));
        var httpEntry = HttpEntry.Create(
            new HttpEntryArgs { LoadBalancer = loadBalancer, Existing = config.ExistingLoadBalancer, Domain = config.Domain });
        _ = httpEntry?.RedirectListenerArn.WhenPresent(listener => new HttpsRedirect(
            names.Logical("redirect"), new HttpsRedirectArgs { ListenerArn = listener, DomainNames = config.Domain!.Names }));
        _ = config.WebAcl.WhenPresent(block => new WebAcl(
            names.Logical("web-acl"), new WebAclArgs { Context = context, Config = block, LoadBalancerArn = httpEntry!.LoadBalancerArn }));
        _ = config.Domain.WhenPresent(domain => new DnsRecords(names.Logical("dns"), new DnsRecordsArgs
        {
            Context = context,
            Domain = domain,
            HostedZoneId = hostedZoneId!,
            TargetName = httpEntry!.DnsName,
            TargetZoneId = httpEntry.ZoneId,
            IsDualStack = config.IsDualStack,
        }));
        var authentication = config.Authentication.WhenPresent(block => Authentication.CreateAction(
            names.Logical("users"), new AuthenticationArgs { Config = block, DomainNames = config.Domain!.Names, SecretValues = config.SecretValues }));
        var networkLoadBalancer = config.HasTcpPorts.WhenTrue(() => new NetworkLoadBalancer(
            names.Logical("nlb"), new NetworkLoadBalancerArgs { Placement = placement, Config = config.NetworkLoadBalancer, IsDualStack = config.IsDualStack }));

        var database = config.Database.WhenPresent(block => new Database(
            names.Logical("database"), new DatabaseArgs { Placement = placement, Config = block }));
        var cache = config.Cache.WhenPresent(block => new Cache(
            names.Logical("cache"), new CacheArgs { Placement = placement, Config = block }));
        var buckets = config.Buckets.WhenAny(block => new Buckets(
            names.Logical("buckets"), new BucketsArgs { Context = context, Config = block }));
        var fileSystems = config.FileSystems.WhenAny(block => new FileSystems(
            names.Logical("files"), new FileSystemsArgs { Placement = placement, Config = block, Directories = config.MountedDirectories }));
        var queues = config.Queues.WhenAny(block => new Queues(
            names.Logical("queues"), new QueuesArgs { Context = context, Config = block }));
        var repositories = config.Repositories.WhenAny(block => new Repositories(
            names.Logical("repositories"), new RepositoriesArgs { Context = context, Config = block }));

        var cluster = new Cluster(
            names.Logical("cluster"), new ClusterArgs { Placement = placement, Config = config.Cluster, ExecLogRetentionDays = config.ExecLogRetentionDays });
        var discovery = config.Cluster.Namespace.WhenPresent(domainName => new DiscoveryNamespace(
            names.Logical("discovery"), new DiscoveryNamespaceArgs { DomainName = domainName, VpcId = network.VpcId }));
        var servicePlaceholders = ServicePlaceholders.Create(config, context, cluster, discovery);
        var notifications = config.Notifications.WhenPresent(block => new Notifications(
            names.Logical("notifications"), new NotificationsArgs { Context = context, Config = block }));

        Parts = new StackParts(
            config.Parts,
            context, network, securityGroups, endpoints, httpEntry, database, cache, buckets, fileSystems, queues, repositories, cluster, servicePlaceholders);
        var tasks = new TaskHost
        {
            Placement = placement,
            Cluster = cluster,
            Parts = Parts,
            FileSystems = fileSystems,
            Repositories = repositories,
            SecretValues = config.SecretValues,
        };
        var services = new StackServices(config.AllServices, new ServiceHost
        {
            Tasks = tasks,
            Config = config,
            HttpEntry = httpEntry,
            NetworkLoadBalancer = networkLoadBalancer,
            Authentication = authentication,
            Discovery = discovery,
            Queues = queues,
            Notifications = notifications,
        });
        var jobs = new StackJobs(config.AllJobs, new JobHost { Tasks = tasks, Buckets = buckets, Queues = queues });

        var watched = Parts.With(services, jobs);
        _ = notifications.WhenPresent(topic => new FailureAlerts(
            names.Logical("failure-alerts"), new FailureAlertsArgs { Context = context, TopicArn = topic.TopicArn, Cluster = cluster }));
        _ = config.Alarms.WhenPresent(thresholds => new Alarms(
            names.Logical("alarms"), new AlarmsArgs { Context = context, Notifications = notifications, Subjects = watched.Alarms(thresholds) }));
        _ = config.Dashboard.WhenTrue(() => new Dashboard(
            names.Logical("dashboard"), new DashboardArgs { Context = context, Rows = watched.DashboardRows }));
        _ = config.Backup.WhenPresent(block => new BackupPlan(
            names.Logical("backup"), new BackupPlanArgs { Context = context, Config = block, ResourceArns = Parts.BackupArns }));
        _ = config.OffHours?.Database.WhenPresent(block => new DatabaseOffHours(
            names.Logical("off-hours"), new DatabaseOffHoursArgs { Context = context, Config = block, TimeZone = config.OffHours.TimeZone, Database = database! }));

        (_context, _config, _network, _securityGroups, _cluster) = (context, config, network, securityGroups, cluster);
        (_httpEntry, _networkLoadBalancer, _services, _jobs) = (httpEntry, networkLoadBalancer, services, jobs);
        (_database, _buckets, _queues, _repositories) = (database, buckets, queues, repositories);
    }
}
