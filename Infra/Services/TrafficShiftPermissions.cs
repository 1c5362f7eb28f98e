namespace Infra.Services;

/// <summary>
/// The permissions of the managed policy AmazonECSInfrastructureRolePolicyForLoadBalancers, limited to the rules, listeners and target
/// groups of one service.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AmazonECSInfrastructureRolePolicyForLoadBalancers.html
/// </summary>
internal static class TrafficShiftPermissions
{
    public static IReadOnlyList<PolicyStatement> Plan(
        IReadOnlyList<string> ruleArns, IReadOnlyList<string> listenerArns, IReadOnlyList<string> targetGroupArns) =>
    [
        // Describe actions support no resources.
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
