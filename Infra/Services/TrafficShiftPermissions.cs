namespace Infra.Services;

/// <summary>
/// What ECS needs to move traffic between two target groups of the same rules: the actions of AWS's own
/// AmazonECSInfrastructureRolePolicyForLoadBalancers, limited to these.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AmazonECSInfrastructureRolePolicyForLoadBalancers.html
/// </summary>
internal static class TrafficShiftPermissions
{
    public static IReadOnlyList<PolicyStatement> For(
        IReadOnlyList<string> ruleArns, IReadOnlyList<string> listenerArns, IReadOnlyList<string> targetGroupArns) =>
    [
        // Descriptions know no resources.
        PolicyStatement.Allow(
            [
                "elasticloadbalancing:DescribeListeners",
                "elasticloadbalancing:DescribeRules",
                "elasticloadbalancing:DescribeTargetGroups",
                "elasticloadbalancing:DescribeTargetHealth",
            ],
            "*"),
        PolicyStatement.Allow(["elasticloadbalancing:ModifyRule"], ruleArns),
        PolicyStatement.Allow(["elasticloadbalancing:ModifyListener"], listenerArns),
        PolicyStatement.Allow(["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"], targetGroupArns),
    ];
}
