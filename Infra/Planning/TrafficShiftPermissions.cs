namespace Infra.Planning;

/// <summary>
/// What ECS needs to move traffic between two target groups of one rule: the actions of AWS's own
/// AmazonECSInfrastructureRolePolicyForLoadBalancers, limited to these.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AmazonECSInfrastructureRolePolicyForLoadBalancers.html
/// </summary>
internal static class TrafficShiftPermissions
{
    public static IReadOnlyList<PolicyStatement> For(string ruleArn, string listenerArn, IReadOnlyList<string> targetGroupArns) =>
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
        PolicyStatement.Allow(["elasticloadbalancing:ModifyRule"], ruleArn),
        PolicyStatement.Allow(["elasticloadbalancing:ModifyListener"], listenerArn),
        PolicyStatement.Allow(["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"], targetGroupArns),
    ];
}
