using Infra.Networking;
using Infra.Tasks;
using Pulumi;

namespace Infra.Services;

internal sealed record ServiceArgs
{
    public required ConfiguredService Service { get; init; }

    /// <summary>The resources that all services share.</summary>
    public required ServiceHost Host { get; init; }
}

/// <summary>
/// An ECS service, behind the load balancer if it has a <c>containerPort</c>. A failed deployment is rolled back. AWS bills only its
/// tasks.
/// </summary>
internal sealed class Service : ComponentResource
{
    private const string Type = "infra:index:Service";

    private readonly string _name;
    private readonly ServiceHost _host;
    private readonly TaskHost _tasks;
    private readonly ServiceConfig _config;

    public Service(string name, ServiceArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        (_name, _host, _tasks, _config, Configured) = (name, args.Host, args.Host.Tasks, args.Service.Config, args.Service);
        var routing = _config.ContainerPort is null ? null : new ServiceRouting(this, name, args);
        var tcp = _config.TcpPorts.Count == 0 ? null : new TcpRouting(this, name, args);
        var task = new ContainerTask($"{name}-task", new ContainerTaskArgs { Host = _tasks, Task = args.Service }, this.ChildComponent());
        Requests = routing?.TargetGroupSuffix is { } targetGroup
            ? new RequestMetrics(_host.HttpEntry!.ArnSuffix, targetGroup, routing.AlternateTargetGroupSuffix)
            : null;
        var alarms = _host.Config.Alarms.WhenPresent(CreateAlarms);
        var service = CreateService(routing, tcp, task, alarms);
        _ = CreateScaling(service);

        ListenerRuleArns = [.. (routing?.Rules ?? []).Select(rule => rule.Arn)];
        TargetGroupArns = [.. routing is null ? [] : new[] { routing.TargetGroupArns }, .. (tcp?.TargetGroupArns ?? []).Select(arn => new[] { arn })];
        (ServiceName, ClusterName) = (service.Name, _tasks.Cluster.ClusterName);
        Task = task;
        RegisterOutputs();
    }

    [Output("serviceName")]
    public Output<string> ServiceName { get; }

    public Output<string> ClusterName { get; }

    public ContainerTask Task { get; }

    public IReadOnlyList<Output<string>> ListenerRuleArns { get; }

    /// <summary>The target groups for each port; deployments that shift traffic alternate between two of them.</summary>
    public IReadOnlyList<IReadOnlyList<Output<string>>> TargetGroupArns { get; }

    /// <summary>The dimensions of its request metrics; null without a target group of this stack.</summary>
    public RequestMetrics? Requests { get; }

    public ConfiguredService Configured { get; }

    private bool Scales => !_config.IsHeldAtZero && (_config.Scaling is not null || _host.Config.OffHours is not null);

    // The service refers to its alarms, so they get its name before it exists.
    private ServiceAlarms CreateAlarms(AlarmsConfig thresholds) => new(
        $"{_name}-alarms",
        new ServiceAlarmsArgs
        {
            Context = _tasks.Context,
            Thresholds = thresholds,
            Notifications = _host.Notifications,
            ClusterName = _tasks.Cluster.ClusterName,
            ServiceName = Output.Create(Configured.NamesIn(_tasks.Context.Names).InCluster),
            Requests = Requests,
        },
        this.ChildComponent());

    private ServiceScaling? CreateScaling(Ecs.Service service) => (_config.Scaling is not null || _host.Config.OffHours is not null).WhenTrue(() => new ServiceScaling(
        $"{_name}-scaling",
        new ServiceScalingArgs
        {
            Config = _config.Scaling,
            OffHours = _host.Config.OffHours,
            DesiredCount = _config.EffectiveDesiredCount,
            ClusterName = _tasks.Cluster.ClusterName,
            ServiceName = service.Name,
            Requests = Requests,
            QueueNames = _host.Queues?.QueueNames ?? ImmutableDictionary<string, Output<string>>.Empty,
        },
        this.ChildComponent()));

    private Ecs.Service CreateService(ServiceRouting? routing, TcpRouting? tcp, ContainerTask task, ServiceAlarms? alarms)
    {
        var service = PlanService();
        // Also without rollbackOnAlarms: the provider takes a missing block for no change, and the alarms would keep rolling deployments back.
        if (alarms is { DeploymentAlarmNames: { Count: > 0 } names })
        {
            var isOn = _config.Deployment.RollbackOnAlarms;
            service.Alarms = new Ecs.Inputs.ServiceAlarmsArgs { AlarmNames = [.. names], Enable = isOn, Rollback = isOn };
        }

        if (_config.DiscoveryName is { } discoveryName)
        {
            service.ServiceRegistries = new Ecs.Inputs.ServiceServiceRegistriesArgs { RegistryArn = CreateDiscovery(discoveryName).Arn };
        }

        service.TaskDefinition = task.DefinitionArn;
        service.LoadBalancers = [.. PlanHttp(routing), .. tcp?.LoadBalancers ?? []];
        if (routing is not null || tcp is not null)
        {
            service.HealthCheckGracePeriodSeconds = _config.HealthCheckGracePeriodSeconds;
        }

        if (_config.NetworkMode == NetworkMode.Awsvpc)
        {
            service.NetworkConfiguration = PlanNetwork();
        }

        var needed = new Resource?[] { routing?.Shift?.Role, task }.OfType<Resource>();
        return new Ecs.Service(_name, service, Options([.. routing?.Rules ?? [], .. tcp?.Listeners ?? [], .. needed]));
    }

    // A child of the namespace, in which the name exists once: a name that passes to another service stays the same resource.
    private DiscoveryService CreateDiscovery(string discoveryName) => new(
        _host.Discovery!.LogicalName(discoveryName),
        new DiscoveryServiceArgs { NamespaceId = _host.Discovery.NamespaceId, DiscoveryName = discoveryName },
        _host.Discovery.ChildComponent());

    private Ecs.ServiceArgs PlanService() => new()
    {
        Name = Configured.NamesIn(_tasks.Context.Names).InCluster,
        Cluster = _tasks.Cluster.Arn,
        DesiredCount = _config.EffectiveDesiredCount,
        CapacityProviderStrategies = [.. TaskCapacity.SharesOf(_config, _tasks.Context.Names).Select(PlanCapacity)],
        // The provider refuses another strategy without a new deployment, but with it every update of the service is one.
        // https://github.com/hashicorp/terraform-provider-aws/pull/43533
        ForceNewDeployment = _config.ChoosesCapacity,
        DeploymentMinimumHealthyPercent = _config.EffectiveMinimumHealthyPercent,
        DeploymentMaximumPercent = _config.MaximumPercent,
        DeploymentCircuitBreaker = new Ecs.Inputs.ServiceDeploymentCircuitBreakerArgs { Enable = true, Rollback = true },
        DeploymentConfiguration = TrafficShift.Plan(_config.Deployment),
        AvailabilityZoneRebalancing = _config.EffectiveZoneRebalancing ? "ENABLED" : "DISABLED",
        EnableExecuteCommand = _config.Exec,
        EnableEcsManagedTags = true,
        PropagateTags = "SERVICE",
        WaitForSteadyState = _config.WaitForSteadyState,
    };

    // Tasks on instances have no public IP address even in public subnets.
    private Ecs.Inputs.ServiceNetworkConfigurationArgs PlanNetwork() => new()
    {
        Subnets = _tasks.Network.SubnetIds(_config.Subnets),
        SecurityGroups = [_tasks.SecurityGroups.IdOf(Configured.Peer)],
        AssignPublicIp = _config.Subnets == SubnetTier.Public && !_config.RunsOnInstances,
    };

    private static Ecs.Inputs.ServiceCapacityProviderStrategyArgs PlanCapacity(CapacityShare share) =>
        new() { CapacityProvider = share.Provider, Base = share.Base, Weight = share.Weight };

    private IEnumerable<Ecs.Inputs.ServiceLoadBalancerArgs> PlanHttp(ServiceRouting? routing)
    {
        if (routing is null)
        {
            return [];
        }

        var target = new Ecs.Inputs.ServiceLoadBalancerArgs
        {
            TargetGroupArn = routing.TargetGroupArn,
            ContainerName = Configured.NamesIn(_tasks.Context.Names).InCluster,
            ContainerPort = _config.ContainerPort!.Value,
        };
        if (routing.Shift is { } shift)
        {
            target.AdvancedConfiguration = shift.PlanAdvancedConfiguration();
        }

        return [target];
    }

    private CustomResourceOptions Options(IReadOnlyList<Resource> needed)
    {
        var options = this.Child();
        // The name is fixed, because the task definition contains the service's ARN, and two services cannot have the same name.
        options.DeleteBeforeReplace = true;
        var time = _config.PlanDeployment();
        options.CustomTimeouts = new CustomTimeouts { Create = time.Update, Update = time.Update, Delete = time.Delete };
        // ECS needs target groups that a listener uses, roles with their policies, and secrets with values.
        options.DependsOn = [.. needed, .. _tasks.Parts.NeededByTasks];
        options.IgnoreChanges = [.. IgnoredChanges()];
        return options;
    }

    // After the first deployment scaling sets the desired count, unless the operator set it to 0.
    private IEnumerable<string> IgnoredChanges() =>
    [
        .. Scales ? ["desiredCount"] : (string[])[],
        .. _config.RevisionOwner == RevisionOwner.Pipeline ? ["taskDefinition"] : (string[])[],
    ];
}
