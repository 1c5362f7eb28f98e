using System.Globalization;
using Infra.Configuration;
using Infra.Planning;
using Pulumi;

namespace Infra.Components.Workloads;

/// <summary>
/// Deployments that run two versions side by side and move traffic between their target groups.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-blue-green.html
/// </summary>
internal static class TrafficShift
{
    private const string EcsService = "ecs.amazonaws.com";

    /// <summary>How traffic moves; null for a rolling deployment, which is what ECS does by itself.</summary>
    public static Ecs.Inputs.ServiceDeploymentConfigurationArgs? Plan(DeploymentConfig deployment) => deployment.Strategy switch
    {
        DeploymentStrategy.BlueGreen => Strategy("BLUE_GREEN", deployment),
        DeploymentStrategy.Linear => Linear(deployment),
        DeploymentStrategy.Canary => Canary(deployment),
        _ => null,
    };

    /// <summary>The two target groups, the rule whose weights ECS changes, and the role with which it does so.</summary>
    public static Ecs.Inputs.ServiceLoadBalancerAdvancedConfigurationArgs Between(
        string name, ComponentResource service, StackContext context, ServiceRouting routing, Output<string> alternateTargetGroupArn)
    {
        var role = new ServiceRole(
            $"{name}-traffic",
            new ServiceRoleArgs
            {
                Context = context,
                Service = EcsService,
                Policy = Output.Tuple(routing.RuleArn, routing.ListenerArn, routing.TargetGroupArn, alternateTargetGroupArn).Apply(known =>
                    PolicyDocument.Json(TrafficShiftPermissions.For(known.Item1, known.Item2, [known.Item3, known.Item4]))),
            },
            service.ChildComponent());
        return new Ecs.Inputs.ServiceLoadBalancerAdvancedConfigurationArgs
        {
            AlternateTargetGroupArn = alternateTargetGroupArn,
            ProductionListenerRule = routing.RuleArn,
            RoleArn = role.Arn,
        };
    }

    private static Ecs.Inputs.ServiceDeploymentConfigurationArgs Strategy(string name, DeploymentConfig deployment) =>
        new() { Strategy = name, BakeTimeInMinutes = Minutes(deployment.BakeMinutes) };

    private static Ecs.Inputs.ServiceDeploymentConfigurationArgs Linear(DeploymentConfig deployment)
    {
        var plan = Strategy("LINEAR", deployment);
        plan.LinearConfiguration = new Ecs.Inputs.ServiceDeploymentConfigurationLinearConfigurationArgs
        {
            StepPercent = deployment.StepPercent,
            StepBakeTimeInMinutes = Minutes(deployment.StepMinutes),
        };
        return plan;
    }

    private static Ecs.Inputs.ServiceDeploymentConfigurationArgs Canary(DeploymentConfig deployment)
    {
        var plan = Strategy("CANARY", deployment);
        plan.CanaryConfiguration = new Ecs.Inputs.ServiceDeploymentConfigurationCanaryConfigurationArgs
        {
            CanaryPercent = deployment.StepPercent,
            CanaryBakeTimeInMinutes = Minutes(deployment.StepMinutes),
        };
        return plan;
    }

    private static string Minutes(int minutes) => minutes.ToString(CultureInfo.InvariantCulture);
}
