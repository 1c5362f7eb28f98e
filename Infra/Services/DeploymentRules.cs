using System.Globalization;
using Infra.Configuration.Binding;
using Infra.LoadBalancing;
using Infra.Networking;
using Infra.Tasks;
using static Infra.Stack.StackKeys;

namespace Infra.Services;

/// <summary>Rules for deployments: task by task, or by shifting traffic.</summary>
internal static class DeploymentRules
{
    // The longest session of an IAM role.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html
    private const int LongestSessionMinutes = 12 * 60;

    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var service in config.AllServices)
        {
            CheckRoom(service, rules);
            CheckPreparation(service, rules);
            CheckAlarms(service, config, rules);
            rules.Warn([service.KeyOf(config => config.Deployment), service.KeyOf(config => config.WaitForSteadyState)], () => DurationWarning(service.Config));
            if (service.Config.Deployment.HasAlternate)
            {
                CheckShift(service, config, rules);
            }
        }

        CheckTestPorts(config, rules);
    }

    private static void CheckRoom(ConfiguredService service, RuleChecker rules)
    {
        var config = service.Config;
        KeyPath[] counts =
        [
            service.KeyOf(config => config.MaximumPercent), service.KeyOf(config => config.MinimumHealthyPercent),
            service.KeyOf(config => config.DesiredCount), service.KeyOf(config => config.Scaling),
        ];
        rules.Check(counts, () => config.MayRun > config.MustRun
            ? null
            : $"{config.MaximumPercent} with minimumHealthyPercent {config.EffectiveMinimumHealthyPercent} and desiredCount {config.EffectiveDesiredCount} "
                + "leaves no room to replace a task; raise it or lower minimumHealthyPercent");
        rules.Warn([.. counts, service.KeyOf(config => config.Deployment)], () =>
            config is { MinimumHealthyPercent: null, MustRun: 0, Deployment.ShiftsTraffic: false }
                ? $"{config.MaximumPercent} leaves no room for a second task, so each deployment stops the only one before it starts the next; "
                    + "use 200, or minimumHealthyPercent: 0 if that is intended"
                : null);
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html
        rules.Check([service.KeyOf(config => config.ZoneRebalancing), service.KeyOf(config => config.MaximumPercent)], () =>
            config is { ZoneRebalancing: true, MaximumPercent: 100 }
                ? "requires maximumPercent above 100: ECS starts the replacement of a task before it stops the task"
                : null);
    }

    private static void CheckPreparation(ConfiguredService service, RuleChecker rules) =>
        rules.Check([service.KeyOf(config => config.Deployment.PrepareShift), service.KeyOf(config => config.Deployment.Strategy)], () =>
            service.Config.Deployment is { PrepareShift: true, ShiftsTraffic: true }
                ? "applies to strategy rolling only; the other strategies need no preparation"
                : null);

    private static void CheckAlarms(ConfiguredService service, StackConfig config, RuleChecker rules) =>
        rules.Check(
            [service.KeyOf(config => config.Deployment.RollbackOnAlarms), Key(stack => stack.Alarms), service.KeyOf(config => config.ContainerPort)],
            () => !service.Config.Deployment.RollbackOnAlarms ? null
                : config.Alarms is null ? "requires app:alarms"
                : service.Config.ContainerPort is null ? "requires containerPort: the alarms measure requests"
                : ServiceAlarmPlan.TargetGroup(config.Alarms).Any(alarm => alarm.TriggersRollback) ? null
                : "requires alarms.serverErrorsPercent or alarms.responseTimeSeconds");

    private static string? DurationWarning(ServiceConfig service) =>
        service.WaitForSteadyState && service.PlanDeployment().ShiftMinutes > LongestSessionMinutes
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"takes {service.PlanDeployment().ShiftMinutes} minutes, but AWS credentials expire after {LongestSessionMinutes}; shorten bakeMinutes or the steps, or set waitForSteadyState: false")
            : null;

    // The requirements of ECS for listener rules and target groups.
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html
    private static void CheckShift(ConfiguredService service, StackConfig stack, RuleChecker rules)
    {
        var config = service.Config;
        var strategy = config.Deployment.ShiftsTraffic ? service.KeyOf(config => config.Deployment.Strategy) : service.KeyOf(config => config.Deployment.PrepareShift);
        rules.Check([strategy, service.KeyOf(config => config.ContainerPort)], () =>
            config.ContainerPort is null ? "requires containerPort: the load balancer shifts the traffic" : null);
        rules.Check([strategy, service.KeyOf(config => config.TcpPorts)], () => config.TcpPorts.Count > 0
            ? "cannot be combined with tcpPorts; use rolling, or move them to a separate service"
            : null);
        rules.Check([strategy, service.KeyOf(config => config.NetworkMode)], () => config.NetworkMode == NetworkMode.Host
            ? "requires networkMode awsvpc: ECS shifts traffic only between target groups of type ip"
            : null);
        rules.Check([strategy, service.KeyOf(config => config.Routing), Key(stack => stack.Authentication)], () =>
            stack.Authentication is not null && config is { ContainerPort: not null, Routing: null or { SignIn: true } }
                ? "cannot be combined with app:authentication: ECS shifts traffic only with listener rules that forward and do nothing else; "
                    + "use rolling, or routing.signIn: false and let the application sign users in"
                : null);
        rules.Check([service.KeyOf(config => config.Deployment.TestListener), Key(stack => stack.ExistingLoadBalancer)], () =>
            config.Deployment.TestListener is not null && stack.ExistingLoadBalancer is not null
                ? "cannot be combined with existingLoadBalancer: the stack adds only rules to it, no listeners"
                : null);
    }

    // Services cannot share a test listener.
    private static void CheckTestPorts(StackConfig config, RuleChecker rules)
    {
        var taken = new Dictionary<int, string> { [TrafficPlan.Http] = "the load balancer" };
        if (config.Domain is not null)
        {
            taken[TrafficPlan.Https] = "the load balancer";
        }

        foreach (var service in config.AllServices)
        {
            if (service.Config.Deployment.TestListener is { } listener)
            {
                rules.Check([service.KeyOf(config => config.Deployment.TestListener!.Port), Key(stack => stack.Domain)], () =>
                    taken.TryGetValue(listener.Port, out var owner) ? $"{listener.Port} is already used by {owner}; use another port" : null);
                taken.TryAdd(listener.Port, service.Path.Text);
                LoadBalancerRules.CheckCidrs(
                    service.KeyOf(config => config.Deployment.TestListener!.AllowedCidrs), listener.AllowedCidrs, config, rules);
            }
        }
    }
}
