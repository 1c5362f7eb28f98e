using Infra.Networking;
using Infra.Tasks;
using Pulumi;

namespace Infra.Services;

/// <summary>The target groups of a service and the listener rules that forward to them.</summary>
internal sealed class ServiceRouting
{
    private readonly ComponentResource _service;
    private readonly string _name;
    private readonly ServiceHost _host;
    private readonly TaskHost _tasks;
    private readonly ServiceConfig _config;

    public ServiceRouting(ComponentResource service, string name, ServiceArgs args)
    {
        (_service, _name, _host, _tasks, _config) = (service, name, args.Host, args.Host.Tasks, args.Service.Config);
        if (_host.Config.ExistingLoadBalancer?.TargetGroupArn is { } existing)
        {
            TargetGroupArn = Output.Create(existing);
            TargetGroupArns = [TargetGroupArn];
            return;
        }

        var targetGroup = CreateTargetGroup($"{_name}{_host.HttpEntry!.Suffix}");
        TargetGroupArn = targetGroup.Arn;
        TargetGroupArns = [TargetGroupArn];
        TargetGroupSuffix = targetGroup.ArnSuffix;
        if (!_config.Deployment.HasAlternate)
        {
            Rules = CreateRules(targetGroup);
            return;
        }

        // Service names have no double dash, so this cannot collide with a service named api-alt.
        var alternate = CreateTargetGroup($"{_name}--alt{_host.HttpEntry.Suffix}");
        var rules = CreateWeightedForwarding(targetGroup, alternate);
        Rules = rules.All;
        TargetGroupArns = [TargetGroupArn, alternate.Arn];
        AlternateTargetGroupSuffix = alternate.ArnSuffix;
        Shift = new TrafficShift(service, name, new TrafficShiftArgs
        {
            Context = _tasks.Context,
            Primary = targetGroup,
            Alternate = alternate,
            Rules = rules,
            ListenerArn = ListenerArn,
        });
    }

    public Output<string> TargetGroupArn { get; }

    /// <summary>The target group, and the second one if there is one: deployments alternate between them.</summary>
    public IReadOnlyList<Output<string>> TargetGroupArns { get; }

    /// <summary>The ARN suffix for metrics; null for an existing target group.</summary>
    public Output<string>? TargetGroupSuffix { get; }

    /// <summary>The ARN suffix of the second target group; null without one.</summary>
    public Output<string>? AlternateTargetGroupSuffix { get; }

    /// <summary>The resources that shift traffic; null with one target group.</summary>
    public TrafficShift? Shift { get; }

    /// <summary>The rules that must exist before ECS can register tasks.</summary>
    public IReadOnlyList<Lb.ListenerRule> Rules { get; } = [];

    private Output<string> ListenerArn => _host.HttpEntry!.ListenerArn!;

    private RoutingConfig Routing => _config.Routing ?? new RoutingConfig();

    // A rule needs at least one condition.
    private IReadOnlyList<string> PathPatterns => Routing is { Hosts.Count: 0, Paths.Count: 0 } ? [RequestPatterns.AnyPath] : Routing.Paths;

    // Without a fixed name, because a target group with one could not be replaced while a listener uses it.
    private Lb.TargetGroup CreateTargetGroup(string name)
    {
        var check = _config.HealthCheck;
        return new Lb.TargetGroup(
            AwsNames.TargetGroup.Fit(name),
            new Lb.TargetGroupArgs
            {
                VpcId = _tasks.Network.VpcId,
                TargetType = _config.TargetType,
                Protocol = "HTTP",
                // ECS registers each task with its container port, so this port is unused. It is fixed, because a change would replace
                // the target group.
                Port = TrafficPlan.Http,
                DeregistrationDelay = _config.DeregistrationDelaySeconds,
                HealthCheck = new Lb.Inputs.TargetGroupHealthCheckArgs
                {
                    Enabled = true,
                    Protocol = "HTTP",
                    Port = "traffic-port",
                    Path = check.Path,
                    Matcher = check.StatusCodes,
                    Interval = check.EffectiveIntervalSeconds,
                    Timeout = check.EffectiveTimeoutSeconds,
                    HealthyThreshold = check.HealthyThreshold,
                    UnhealthyThreshold = check.UnhealthyThreshold,
                },
            },
            _service.Child());
    }

    private List<Lb.ListenerRule> CreateRules(Lb.TargetGroup targetGroup)
    {
        var publicPaths = Routing.PublicPathsAmong(_host.Config.Authentication?.PublicPaths ?? []);
        var everything = CreateRule(Routing.EffectivePriority, PathPatterns, targetGroup, Routing.SignIn ? _host.Authentication : null);
        return publicPaths.Count > 0
            ? [CreateRule(Routing.EffectivePriority - 1, publicPaths, targetGroup, authentication: null), everything]
            : [everything];
    }

    private Lb.ListenerRule CreateRule(
        int priority, IReadOnlyList<string> paths, Lb.TargetGroup targetGroup, Lb.Inputs.ListenerRuleActionArgs? authentication)
    {
        var forward = new Lb.Inputs.ListenerRuleActionArgs { Type = "forward", TargetGroupArn = targetGroup.Arn };
        return _host.Rules!.Create(
            priority, ListenerConditions.Plan(Routing.Hosts, paths), authentication is null ? [forward] : [authentication, forward]);
    }

    // With another name and priority than the rule of a rolling deployment, so that a change of strategy creates the new rule before it
    // deletes the old one. Public paths, which use the same priority, cannot be combined with it.
    private WeightedForwarding CreateWeightedForwarding(Lb.TargetGroup primary, Lb.TargetGroup alternate) => new(_service, _name, new WeightedForwardingArgs
    {
        HttpEntry = _host.HttpEntry!,
        Priority = Routing.EffectivePriority - 1,
        Conditions = ListenerConditions.Plan(Routing.Hosts, PathPatterns),
        Primary = primary,
        Alternate = alternate,
        Test = _config.Deployment.TestListener,
    });
}
