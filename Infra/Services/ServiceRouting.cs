using Infra.Networking;
using Infra.Tasks;
using Pulumi;

namespace Infra.Services;

/// <summary>What leads requests from the load balancer to a service: a target group, and the rules that open it.</summary>
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
            return;
        }

        var targetGroup = CreateTargetGroup(_name);
        TargetGroupArn = targetGroup.Arn;
        TargetGroupSuffix = targetGroup.ArnSuffix;
        if (!_config.Deployment.HasAlternate)
        {
            Rules = CreateRules(targetGroup);
            return;
        }

        // Two dashes, as no service's name has: one may be called api-alt beside api.
        var alternate = CreateTargetGroup($"{_name}--alt");
        var rules = CreateShiftRules(targetGroup, alternate);
        Rules = rules.All;
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

    /// <summary>What metrics call the target group; null for one that exists already.</summary>
    public Output<string>? TargetGroupSuffix { get; }

    /// <summary>The same of the second one; null where there is none.</summary>
    public Output<string>? AlternateTargetGroupSuffix { get; }

    /// <summary>What lets deployments move traffic; null where they do not.</summary>
    public TrafficShift? Shift { get; }

    /// <summary>What must be there before ECS may register tasks.</summary>
    public IReadOnlyList<Lb.ListenerRule> Rules { get; } = [];

    private Output<string> ListenerArn => _host.HttpEntry!.ListenerArn!;

    private RoutingConfig Routing => _config.Routing ?? new RoutingConfig();

    // A rule needs a condition, and has few to give away.
    private IReadOnlyList<string> PathPatterns => Routing is { Hosts.Count: 0, Paths.Count: 0 } ? [RequestPatterns.AnyPath] : Routing.Paths;

    // Named by Pulumi with a random end: a group with a fixed name could not be replaced while a listener uses it.
    private Lb.TargetGroup CreateTargetGroup(string name)
    {
        var check = _config.HealthCheck;
        return new Lb.TargetGroup(
            AwsNames.TargetGroup.Fit(name),
            new Lb.TargetGroupArgs
            {
                VpcId = _tasks.Network.VpcId,
                TargetType = TargetTypes.Of(_config),
                Protocol = "HTTP",
                // ECS registers each task with the port of its container. The group's own port is never used, and another one would
                // be another group, on which no rule has traffic yet.
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
        var everything = CreateRule("everything", Routing.EffectivePriority, PathPatterns, targetGroup, Routing.SignIn ? _host.Authentication : null);
        return publicPaths.Count > 0
            ? [CreateRule("public-paths", Routing.EffectivePriority - 1, publicPaths, targetGroup, authentication: null), everything]
            : [everything];
    }

    private Lb.ListenerRule CreateRule(
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
                ListenerArn = ListenerArn,
                Priority = priority,
                Conditions = Conditions.Of(Routing.Hosts, paths),
                Actions = authentication is null ? [forward] : [authentication, forward],
            },
            _service.Child());
    }

    // By another name and before the rule of a rolling deployment, so that whoever changes between the two has the new rule before the
    // old one goes. Public paths, which have that number otherwise, do not go with it.
    private ShiftRules CreateShiftRules(Lb.TargetGroup primary, Lb.TargetGroup alternate) => new(_service, _name, new ShiftRulesArgs
    {
        Web = _host.HttpEntry!,
        Priority = Routing.EffectivePriority - 1,
        Conditions = Conditions.Of(Routing.Hosts, PathPatterns),
        Primary = primary,
        Alternate = alternate,
        Test = _config.Deployment.TestListener,
    });
}
