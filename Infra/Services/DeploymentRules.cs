using System.Globalization;
using Infra.LoadBalancing;
using Infra.Networking;
using Infra.Tasks;

namespace Infra.Services;

/// <summary>How new versions come out: task by task, or by moving traffic.</summary>
internal static class DeploymentRules
{
    // The longest that a role's credentials last.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html
    private const int LongestSessionMinutes = 12 * 60;

    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var service in config.AllServices)
        {
            CheckRoom(service, rules);
            CheckPreparation(service, rules);
            CheckAlarms(service, config, rules);
            rules.Warn([$"{service.Path}.deployment", $"{service.Path}.waitForSteadyState"], () => DurationWarning(service.Config));
            if (service.Config.Deployment.HasAlternate)
            {
                CheckShift(service, config, rules);
            }
        }

        CheckTestPorts(config, rules);
    }

    private static void CheckRoom(ConfiguredService service, RuleChecker rules)
    {
        var (path, config) = (service.Path, service.Config);
        string[] counts = [$"{path}.maximumPercent", $"{path}.minimumHealthyPercent", $"{path}.desiredCount", $"{path}.scaling"];
        rules.Check(counts, () => config.MayRun > config.MustRun
            ? null
            : $"{config.MaximumPercent} with minimumHealthyPercent {config.EffectiveMinimumHealthyPercent} and desiredCount {config.EffectiveDesiredCount} "
                + "leaves no room to replace a task; raise this or lower the other");
        rules.Warn([.. counts, $"{path}.deployment"], () => config is { MinimumHealthyPercent: null, MustRun: 0, Deployment.ShiftsTraffic: false }
            ? $"{config.MaximumPercent} leaves no room for a second task beside the one: each deployment stops it before the next one runs; "
                + "write 200, or minimumHealthyPercent: 0 if that is meant"
            : null);
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html
        rules.Check([$"{path}.zoneRebalancing", $"{path}.maximumPercent"], () => config is { ZoneRebalancing: true, MaximumPercent: 100 }
            ? "needs maximumPercent over 100: a task is moved by starting another first"
            : null);
    }

    private static void CheckPreparation(ConfiguredService service, RuleChecker rules)
    {
        var (key, deployment) = ($"{service.Path}.deployment", service.Config.Deployment);
        rules.Check([$"{key}.prepareShift", $"{key}.strategy"], () => deployment is { PrepareShift: true, ShiftsTraffic: true }
            ? "goes with rolling only: the other strategies are prepared anyway"
            : null);
    }

    private static void CheckAlarms(ConfiguredService service, StackConfig config, RuleChecker rules) =>
        rules.Check([$"{service.Path}.deployment.rollbackOnAlarms", "alarms", $"{service.Path}.containerPort"], () =>
            !service.Config.Deployment.RollbackOnAlarms ? null
            : config.Alarms is null ? "needs app:alarms"
            : service.Config.ContainerPort is null ? "needs a containerPort: the alarms watch requests"
            : ServiceAlarmPlan.TargetGroup(config.Alarms).Any(alarm => alarm.TriggersRollback) ? null
            : "needs alarms.serverErrorsPercent or alarms.responseTimeSeconds");

    private static string? DurationWarning(ServiceConfig service) =>
        service.WaitForSteadyState && service.PlanDeployment().ShiftMinutes > LongestSessionMinutes
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"takes {service.PlanDeployment().ShiftMinutes} minutes, and credentials for AWS end after {LongestSessionMinutes}; shorten bakeMinutes or the steps, or set waitForSteadyState: false")
            : null;

    // What AWS asks of rules and target groups, and refuses.
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html
    private static void CheckShift(ConfiguredService service, StackConfig stack, RuleChecker rules)
    {
        var (path, config) = (service.Path, service.Config);
        var strategy = config.Deployment.ShiftsTraffic ? $"{path}.deployment.strategy" : $"{path}.deployment.prepareShift";
        rules.Check([strategy, $"{path}.containerPort"], () =>
            config.ContainerPort is null ? "needs a containerPort: it moves traffic of the load balancer" : null);
        rules.Check([strategy, $"{path}.tcpPorts"], () => config.TcpPorts.Count > 0
            ? "cannot move the traffic of tcpPorts; use rolling, or a service of its own for them"
            : null);
        rules.Check([strategy, $"{path}.networkMode"], () => config.NetworkMode == NetworkMode.Host
            ? "needs networkMode awsvpc: AWS moves traffic between target groups of addresses only"
            : null);
        rules.Check([strategy, $"{path}.routing", "authentication"], () =>
            stack.Authentication is not null && config is { ContainerPort: not null, Routing: null or { SignIn: true } }
                ? "does not go with app:authentication: AWS fails deployments whose rule does more than forward, and moves no public paths; "
                    + "use rolling, or routing.signIn: false and let the application sign users in"
                : null);
        rules.Check([$"{path}.deployment.testListener", "existingLoadBalancer"], () =>
            config.Deployment.TestListener is not null && stack.ExistingLoadBalancer is not null
                ? "needs a load balancer of the stack's own: to one that exists already the stack adds rules only"
                : null);
    }

    // Each test listener is that of one service.
    private static void CheckTestPorts(StackConfig config, RuleChecker rules)
    {
        var taken = new Dictionary<int, string> { [TrafficPlan.Http] = "the load balancer itself" };
        if (config.Domain is not null)
        {
            taken[TrafficPlan.Https] = "the load balancer itself";
        }

        foreach (var service in config.AllServices)
        {
            if (service.Config.Deployment.TestListener is { } listener)
            {
                var key = $"{service.Path}.deployment.testListener";
                rules.Check([$"{key}.port", "domain"], () =>
                    taken.TryGetValue(listener.Port, out var owner) ? $"{listener.Port} is taken by {owner}; use another" : null);
                taken.TryAdd(listener.Port, service.Path);
                LoadBalancerRules.CheckCidrs($"{key}.allowedCidrs", listener.AllowedCidrs, config, rules);
            }
        }
    }
}
