using Infra.Configuration;
using Infra.Planning;
using Pulumi;

namespace Infra.Components;

internal sealed record ServiceArgs
{
    public required Platform Platform { get; init; }

    public required ConfiguredService Service { get; init; }

    /// <summary>How the load balancer signs users in; none lets everyone through.</summary>
    public Lb.Inputs.ListenerRuleActionArgs? Authentication { get; init; }

    /// <summary>The network load balancer for the service's TCP ports, if it has any.</summary>
    public NetworkLoadBalancer? NetworkLoadBalancer { get; init; }
}

/// <summary>
/// An ECS service, behind the load balancer if it speaks HTTP. A deployment that does not become healthy is rolled back. What it
/// costs is its tasks.
/// </summary>
internal sealed class Service : ComponentResource
{
    private const string Type = "infra:index:Service";

    // Longer than the provider's own 20 minutes: a failed deployment is followed by another, back to the last good one, and a
    // service is deleted only when its tasks have drained.
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(35);

    private readonly string _name;
    private readonly Platform _platform;
    private readonly ServiceConfig _config;

    public Service(string name, ServiceArgs args)
        : base(Type, name)
    {
        (_name, _platform, _config, Configured) = (name, args.Platform, args.Service.Config, args.Service);
        var routing = ServiceRouting.For(this, name, new ServiceRoutingArgs
        {
            Platform = args.Platform,
            Service = args.Service,
            Authentication = args.Authentication,
        });
        var tcp = TcpRouting.For(this, name, args);
        var task = new ContainerTask($"{name}-task", _platform, args.Service, this.ChildComponent());
        var service = CreateService(routing, tcp, task);

        ServiceName = service.Name;
        Task = task;
        RegisterOutputs();
    }

    [Output("serviceName")]
    public Output<string> ServiceName { get; }

    public ContainerTask Task { get; }

    public ConfiguredService Configured { get; }

    private Ecs.Service CreateService(ServiceRouting? routing, TcpRouting? tcp, ContainerTask task)
    {
        var service = PlanService();
        service.TaskDefinition = task.DefinitionArn;
        service.LoadBalancers = [.. PlanWeb(routing), .. tcp?.LoadBalancers ?? []];
        if (routing is not null || tcp is not null)
        {
            service.HealthCheckGracePeriodSeconds = _config.HealthCheckGracePeriodSeconds;
        }

        if (_config.NetworkMode == NetworkMode.Awsvpc)
        {
            service.NetworkConfiguration = PlanNetwork();
        }

        return new Ecs.Service(_name, service, Options([.. routing?.Rules ?? [], .. tcp?.Listeners ?? [], task]));
    }

    private Ecs.ServiceArgs PlanService() => new()
    {
        Name = Configured.NamesIn(_platform.Context.Names).Logical,
        Cluster = _platform.Cluster.Arn,
        DesiredCount = _config.DesiredCount,
        CapacityProviderStrategies = [.. PlanCapacity()],
        // Without it the provider replaces the service when the strategy changes.
        ForceNewDeployment = true,
        DeploymentMinimumHealthyPercent = _config.MinimumHealthyPercent,
        DeploymentMaximumPercent = _config.MaximumPercent,
        DeploymentCircuitBreaker = new Ecs.Inputs.ServiceDeploymentCircuitBreakerArgs { Enable = true, Rollback = true },
        DeploymentConfiguration = TrafficShift.Plan(_config.Deployment)!,
        AvailabilityZoneRebalancing = _config.ZoneRebalancing ? "ENABLED" : "DISABLED",
        EnableExecuteCommand = _config.Exec,
        EnableEcsManagedTags = true,
        PropagateTags = "SERVICE",
        WaitForSteadyState = _config.WaitForSteadyState,
    };

    // Tasks on instances have no public address even in public subnets.
    private Ecs.Inputs.ServiceNetworkConfigurationArgs PlanNetwork() => new()
    {
        Subnets = _platform.Network.SubnetIds(_config.Subnets),
        SecurityGroups = [_platform.SecurityGroups.IdOf(Configured.Peer)],
        AssignPublicIp = _config.Subnets == SubnetTier.Public && !_config.RunsOnInstances,
    };

    private IEnumerable<Ecs.Inputs.ServiceCapacityProviderStrategyArgs> PlanCapacity() => _config.CapacityProviders
        .OrderBy(provider => provider.Key, StringComparer.Ordinal)
        .Select(provider => new Ecs.Inputs.ServiceCapacityProviderStrategyArgs
        {
            CapacityProvider = provider.Key,
            Base = provider.Value.Base,
            Weight = provider.Value.Weight,
        });

    private IEnumerable<Ecs.Inputs.ServiceLoadBalancerArgs> PlanWeb(ServiceRouting? routing)
    {
        if (routing is null)
        {
            return [];
        }

        var target = new Ecs.Inputs.ServiceLoadBalancerArgs
        {
            TargetGroupArn = routing.TargetGroupArn,
            ContainerName = Configured.NamesIn(_platform.Context.Names).Container,
            ContainerPort = _config.ContainerPort!.Value,
        };
        if (routing.AlternateTargetGroupArn is { } alternate)
        {
            target.AdvancedConfiguration = TrafficShift.Between(_name, this, _platform.Context, routing, alternate);
        }

        return [target];
    }

    private CustomResourceOptions Options(IReadOnlyList<Resource> needed)
    {
        var options = this.Child();
        // Its name is fixed, so that the task can be told its service's ARN; two services of one name cannot be at once.
        options.DeleteBeforeReplace = true;
        options.CustomTimeouts = new CustomTimeouts { Create = Timeout, Update = Timeout, Delete = Timeout };
        // What a task needs to start and to become healthy, and must keep until it has stopped: a target group that a listener
        // uses, open ports, routes, capacity providers, roles with their policies, and secrets with values.
        Resource?[] shared = [_platform.SecurityGroups, _platform.Network, _platform.Cluster, _platform.Endpoints, _platform.Database];
        options.DependsOn = [.. needed, .. shared.OfType<Resource>()];
        options.IgnoreChanges = [.. OwnedByOthers()];
        return options;
    }

    private IEnumerable<string> OwnedByOthers() => _config.RevisionOwner == RevisionOwner.Pipeline ? ["taskDefinition"] : [];
}
