using Infra.Configuration;
using Infra.Planning;
using Pulumi;

namespace Infra.Components;

internal sealed record ServiceRoutingArgs
{
    public required Platform Platform { get; init; }

    public required ConfiguredService Service { get; init; }

    /// <summary>How the load balancer signs users in; none lets everyone through.</summary>
    public Lb.Inputs.ListenerRuleActionArgs? Authentication { get; init; }
}

/// <summary>What leads requests from the load balancer to a service: a target group, and the rules that open it.</summary>
internal sealed class ServiceRouting
{
    // app:service takes what no other rule takes. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html
    private const int LastPriority = 50_000;

    private readonly ComponentResource _service;
    private readonly string _name;
    private readonly ServiceRoutingArgs _args;
    private readonly ServiceConfig _config;

    private ServiceRouting(ComponentResource service, string name, ServiceRoutingArgs args)
    {
        (_service, _name, _args, _config) = (service, name, args, args.Service.Config);
        if (args.Platform.Config.ExistingLoadBalancer?.TargetGroupArn is { } existing)
        {
            TargetGroupArn = Output.Create(existing);
            return;
        }

        var targetGroup = CreateTargetGroup(_name);
        Rules = CreateRules(targetGroup);
        TargetGroupArn = targetGroup.Arn;
        TargetGroupSuffix = targetGroup.ArnSuffix;
        if (ShiftsTraffic)
        {
            var alternate = CreateTargetGroup($"{_name}-alt");
            AlternateTargetGroupArn = alternate.Arn;
            AlternateTargetGroupSuffix = alternate.ArnSuffix;
        }
    }

    public Output<string> TargetGroupArn { get; }

    /// <summary>What metrics call the target group; null for one that exists already.</summary>
    public Output<string>? TargetGroupSuffix { get; }

    /// <summary>Where a deployment that shifts traffic puts the new version; null for one that does not.</summary>
    public Output<string>? AlternateTargetGroupArn { get; }

    public Output<string>? AlternateTargetGroupSuffix { get; }

    public Output<string> ListenerArn => _args.Platform.Web!.ListenerArn!;

    /// <summary>The rule that takes all that the service is for.</summary>
    public Output<string> RuleArn => Rules[^1].Arn;

    /// <summary>What must be there before ECS may register tasks.</summary>
    public IReadOnlyList<Lb.ListenerRule> Rules { get; } = [];

    /// <summary>What a service behind the load balancer needs, as children of its component; nothing for one that is not.</summary>
    public static ServiceRouting? For(ComponentResource service, string name, ServiceRoutingArgs args) =>
        args.Service.Config.ContainerPort is null ? null : new ServiceRouting(service, name, args);

    private bool ShiftsTraffic => _config.Deployment.Strategy != DeploymentStrategy.Rolling;

    // Named by Pulumi with a random end: a group with a fixed name could not be replaced while a listener uses it.
    private Lb.TargetGroup CreateTargetGroup(string name)
    {
        var check = _config.HealthCheck;
        return new Lb.TargetGroup(
            name,
            new Lb.TargetGroupArgs
            {
                VpcId = _args.Platform.Network.VpcId,
                TargetType = TargetTypes.Of(_config),
                Protocol = "HTTP",
                Port = _config.ContainerPort!.Value,
                DeregistrationDelay = _config.DeregistrationDelaySeconds,
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
            _service.Child());
    }

    private List<Lb.ListenerRule> CreateRules(Lb.TargetGroup targetGroup)
    {
        var routing = _config.Routing ?? new RoutingConfig();
        var publicPaths = routing.PublicPathsAmong(_args.Platform.Config.Authentication?.PublicPaths ?? []);
        var priority = routing.Priority ?? LastPriority;
        // A rule needs a condition, and has few to give away.
        var paths = routing is { Hosts.Count: 0, Paths.Count: 0 } ? [RequestPatterns.AnyPath] : routing.Paths;
        var everything = CreateRule("everything", priority, paths, targetGroup, routing.SignIn ? _args.Authentication : null);
        return publicPaths.Count > 0
            ? [CreateRule("public-paths", priority - 1, publicPaths, targetGroup, authentication: null), everything]
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
                Conditions = [.. Hosts(), .. Paths(paths)],
                Actions = authentication is null ? [forward] : [authentication, forward],
            },
            RuleOptions());
    }

    // Such a deployment rewrites the rule's weights, which the next one of the stack must leave as they are.
    private CustomResourceOptions RuleOptions()
    {
        var options = _service.Child();
        if (ShiftsTraffic)
        {
            options.IgnoreChanges = ["actions"];
        }

        return options;
    }

    private IEnumerable<Lb.Inputs.ListenerRuleConditionArgs> Hosts() => _config.Routing is { Hosts: { Count: > 0 } hosts }
        ? [new() { HostHeader = new Lb.Inputs.ListenerRuleConditionHostHeaderArgs { Values = [.. hosts] } }]
        : [];

    private static IEnumerable<Lb.Inputs.ListenerRuleConditionArgs> Paths(IReadOnlyList<string> paths) => paths.Count > 0
        ? [new() { PathPattern = new Lb.Inputs.ListenerRuleConditionPathPatternArgs { Values = [.. paths] } }]
        : [];
}
