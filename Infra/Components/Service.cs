using Infra.Configuration;
using Pulumi;

namespace Infra.Components;

internal sealed record ServiceArgs
{
    public required StackContext Context { get; init; }

    public required ServiceConfig Config { get; init; }

    public required Cluster Cluster { get; init; }

    public required Network Network { get; init; }

    public required SecurityGroups SecurityGroups { get; init; }

    public InterfaceEndpoints? Endpoints { get; init; }

    public Database? Database { get; init; }

    public required LoadBalancer LoadBalancer { get; init; }

    /// <summary>How the load balancer signs users in; none lets everyone through.</summary>
    public Lb.Inputs.ListenerRuleActionArgs? Authentication { get; init; }

    /// <summary>Paths that need no sign-in.</summary>
    public IReadOnlyList<string> PublicPaths { get; init; } = [];

    public TaskSecrets? Secrets { get; init; }

    public Storage? Storage { get; init; }

    public required Placeholders Placeholders { get; init; }
}

/// <summary>
/// An ECS service behind the load balancer. A deployment that does not become healthy is rolled back. What it costs is its tasks.
/// </summary>
internal sealed class Service : ComponentResource
{
    private const string Type = "infra:index:Service";
    private const int PublicPathsPriority = 10;
    private const int EverythingPriority = 20;

    // Longer than the provider's own 20 minutes: a failed deployment is followed by another, back to the last good one, and a
    // service is deleted only when its tasks have drained.
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(35);

    private readonly string _name;
    private readonly ServiceArgs _args;

    public Service(string name, ServiceArgs args)
        : base(Type, name)
    {
        (_name, _args) = (name, args);
        var targetGroup = CreateTargetGroup();
        var rules = CreateListenerRules(targetGroup);
        var task = CreateTask();
        var service = CreateService(targetGroup, rules, task);

        ServiceName = service.Name;
        TaskDefinitionArn = task.DefinitionArn;
        LogGroupName = task.LogGroupName;
        RegisterOutputs();
    }

    [Output("serviceName")]
    public Output<string> ServiceName { get; }

    [Output("taskDefinitionArn")]
    public Output<string> TaskDefinitionArn { get; }

    [Output("logGroupName")]
    public Output<string> LogGroupName { get; }

    // Named by Pulumi with a random end: a group with a fixed name could not be replaced while a listener uses it.
    private Lb.TargetGroup CreateTargetGroup()
    {
        var check = _args.Config.HealthCheck;
        return new Lb.TargetGroup(
            _name,
            new Lb.TargetGroupArgs
            {
                VpcId = _args.Network.VpcId,
                TargetType = "ip",
                Protocol = "HTTP",
                Port = _args.Config.ContainerPort,
                DeregistrationDelay = _args.Config.DeregistrationDelaySeconds,
                HealthCheck = new Lb.Inputs.TargetGroupHealthCheckArgs
                {
                    Enabled = true,
                    Protocol = "HTTP",
                    Port = "traffic-port",
                    Path = check.Path,
                    Matcher = check.StatusCodes,
                    Interval = check.IntervalSeconds,
                    Timeout = check.TimeoutSeconds,
                    HealthyThreshold = check.HealthyThreshold,
                    UnhealthyThreshold = check.UnhealthyThreshold,
                },
            },
            this.Child());
    }

    private List<Lb.ListenerRule> CreateListenerRules(Lb.TargetGroup targetGroup)
    {
        var everything = CreateListenerRule("everything", EverythingPriority, ["/*"], targetGroup, _args.Authentication);
        return _args.PublicPaths.Count > 0
            ? [CreateListenerRule("public-paths", PublicPathsPriority, _args.PublicPaths, targetGroup, authentication: null), everything]
            : [everything];
    }

    private Lb.ListenerRule CreateListenerRule(
        string suffix,
        int priority,
        IReadOnlyList<string> paths,
        Lb.TargetGroup targetGroup,
        Lb.Inputs.ListenerRuleActionArgs? authentication)
    {
        var forward = new Lb.Inputs.ListenerRuleActionArgs { Type = "forward", TargetGroupArn = targetGroup.Arn };
        return new Lb.ListenerRule(
            $"{_name}-{suffix}",
            new Lb.ListenerRuleArgs
            {
                ListenerArn = _args.LoadBalancer.ListenerArn,
                Priority = priority,
                Conditions =
                [
                    new Lb.Inputs.ListenerRuleConditionArgs
                    {
                        PathPattern = new Lb.Inputs.ListenerRuleConditionPathPatternArgs { Values = [.. paths] },
                    },
                ],
                Actions = authentication is null ? [forward] : [authentication, forward],
            },
            this.Child());
    }

    private ServiceTask CreateTask() => new(
        $"{_name}-task",
        new ServiceTaskArgs
        {
            Context = _args.Context,
            Config = _args.Config,
            Placeholders = _args.Placeholders,
            Secrets = _args.Secrets,
            Storage = _args.Storage,
        },
        this.ChildComponent());

    private Ecs.Service CreateService(Lb.TargetGroup targetGroup, List<Lb.ListenerRule> rules, ServiceTask task)
    {
        var service = PlanService();
        service.TaskDefinition = task.DefinitionArn;
        service.LoadBalancers =
        [
            new Ecs.Inputs.ServiceLoadBalancerArgs
            {
                TargetGroupArn = targetGroup.Arn,
                ContainerName = _args.Context.Names.Service,
                ContainerPort = _args.Config.ContainerPort,
            },
        ];

        return new Ecs.Service(_name, service, Options(rules, task));
    }

    private Ecs.ServiceArgs PlanService() => new()
    {
        Name = _args.Context.Names.Service,
        Cluster = _args.Cluster.Arn,
        DesiredCount = _args.Config.DesiredCount,
        CapacityProviderStrategies = [.. PlanCapacity()],
        // Without it the provider replaces the service when the strategy changes.
        ForceNewDeployment = true,
        NetworkConfiguration = new Ecs.Inputs.ServiceNetworkConfigurationArgs
        {
            Subnets = _args.Network.SubnetIds(_args.Config.Subnets),
            SecurityGroups = [_args.SecurityGroups.IdOf(Planning.TrafficPeer.Service)],
            AssignPublicIp = _args.Config.Subnets == SubnetTier.Public,
        },
        HealthCheckGracePeriodSeconds = _args.Config.HealthCheckGracePeriodSeconds,
        DeploymentMinimumHealthyPercent = _args.Config.MinimumHealthyPercent,
        DeploymentMaximumPercent = _args.Config.MaximumPercent,
        DeploymentCircuitBreaker = new Ecs.Inputs.ServiceDeploymentCircuitBreakerArgs { Enable = true, Rollback = true },
        AvailabilityZoneRebalancing = _args.Config.ZoneRebalancing ? "ENABLED" : "DISABLED",
        EnableExecuteCommand = _args.Config.Exec,
        EnableEcsManagedTags = true,
        PropagateTags = "SERVICE",
        WaitForSteadyState = _args.Config.WaitForSteadyState,
    };

    private IEnumerable<Ecs.Inputs.ServiceCapacityProviderStrategyArgs> PlanCapacity() => _args.Config.CapacityProviders
        .OrderBy(provider => provider.Key, StringComparer.Ordinal)
        .Select(provider => new Ecs.Inputs.ServiceCapacityProviderStrategyArgs
        {
            CapacityProvider = provider.Key,
            Base = provider.Value.Base,
            Weight = provider.Value.Weight,
        });

    private CustomResourceOptions Options(List<Lb.ListenerRule> rules, ServiceTask task)
    {
        var options = this.Child();
        // Its name is fixed, so that the task can be told its service's ARN; two services of one name cannot be at once.
        options.DeleteBeforeReplace = true;
        options.CustomTimeouts = new CustomTimeouts { Create = Timeout, Update = Timeout, Delete = Timeout };
        // What a task needs to start and to become healthy, and must keep until it has stopped: a target group that a listener
        // uses, open ports, routes, capacity providers, roles with their policies, and secrets with values.
        Resource?[] needed =
            [.. rules, task, _args.SecurityGroups, _args.Network, _args.Cluster, _args.Secrets, _args.Endpoints, _args.Database];
        options.DependsOn = [.. needed.OfType<Resource>()];
        return options;
    }
}
