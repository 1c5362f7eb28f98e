using System.Globalization;
using Pulumi;

namespace Infra.Services;

internal sealed record TrafficShiftArgs
{
    public required StackContext Context { get; init; }

    public required Lb.TargetGroup Primary { get; init; }

    public required Lb.TargetGroup Alternate { get; init; }

    public required WeightedForwarding Rules { get; init; }

    public required Output<string> ListenerArn { get; init; }
}

/// <summary>
/// The role and the configuration with which ECS shifts traffic between two target groups.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-blue-green.html
/// </summary>
internal sealed class TrafficShift
{
    private readonly TrafficShiftArgs _args;

    public TrafficShift(ComponentResource service, string name, TrafficShiftArgs args)
    {
        _args = args;
        Role = new ServiceRole($"{name}-traffic", PlanRole(), service.ChildComponent());
    }

    /// <summary>Must exist before the service and until it is deleted.</summary>
    public ServiceRole Role { get; }

    public Ecs.Inputs.ServiceLoadBalancerAdvancedConfigurationArgs PlanAdvancedConfiguration()
    {
        var configuration = new Ecs.Inputs.ServiceLoadBalancerAdvancedConfigurationArgs
        {
            AlternateTargetGroupArn = _args.Alternate.Arn,
            ProductionListenerRule = _args.Rules.Production.Arn,
            RoleArn = Role.Arn,
        };
        if (_args.Rules.Test is { } test)
        {
            configuration.TestListenerRule = test.Arn;
        }

        return configuration;
    }

    /// <summary>The deployment configuration. Always set, because without it the provider keeps the previous one.</summary>
    public static Ecs.Inputs.ServiceDeploymentConfigurationArgs Plan(DeploymentConfig deployment) => deployment.Strategy switch
    {
        DeploymentStrategy.BlueGreen => Strategy("BLUE_GREEN", deployment),
        DeploymentStrategy.Linear => Linear(deployment),
        DeploymentStrategy.Canary => Canary(deployment),
        _ => new() { Strategy = "ROLLING" },
    };

    // AWS documents no condition on the account for this role.
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AmazonECSInfrastructureRolePolicyForLoadBalancers.html
    private ServiceRoleArgs PlanRole() => new()
    {
        Context = _args.Context,
        Service = "ecs.amazonaws.com",
        NamesAccount = false,
        Policy = Output.Tuple(
                Output.All(_args.Rules.All.Select(rule => rule.Arn)),
                Output.All(ListenerArns()),
                Output.All([_args.Primary.Arn, _args.Alternate.Arn]))
            .Apply(known => PolicyDocument.Json(TrafficShiftPermissions.Plan(known.Item1, known.Item2, known.Item3))),
    };

    private IEnumerable<Output<string>> ListenerArns() =>
        _args.Rules.TestListener is { } test ? [_args.ListenerArn, test.Arn] : [_args.ListenerArn];

    private static Ecs.Inputs.ServiceDeploymentConfigurationArgs Strategy(string name, DeploymentConfig deployment) =>
        new() { Strategy = name, BakeTimeInMinutes = Minutes(deployment.EffectiveBakeMinutes) };

    private static Ecs.Inputs.ServiceDeploymentConfigurationArgs Linear(DeploymentConfig deployment)
    {
        var plan = Strategy("LINEAR", deployment);
        plan.LinearConfiguration = new Ecs.Inputs.ServiceDeploymentConfigurationLinearConfigurationArgs
        {
            StepPercent = deployment.EffectiveStepPercent,
            StepBakeTimeInMinutes = Minutes(deployment.EffectiveStepMinutes),
        };
        return plan;
    }

    private static Ecs.Inputs.ServiceDeploymentConfigurationArgs Canary(DeploymentConfig deployment)
    {
        var plan = Strategy("CANARY", deployment);
        plan.CanaryConfiguration = new Ecs.Inputs.ServiceDeploymentConfigurationCanaryConfigurationArgs
        {
            CanaryPercent = deployment.EffectiveStepPercent,
            CanaryBakeTimeInMinutes = Minutes(deployment.EffectiveStepMinutes),
        };
        return plan;
    }

    private static string Minutes(int minutes) => minutes.ToString(CultureInfo.InvariantCulture);
}
