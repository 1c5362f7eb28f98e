namespace Infra.Sandbox.Changes.Aws.Rules;

/// <summary>A default quota on resources that exist at the same time, old and new ones alike.</summary>
/// <param name="type">The type that is counted.</param>
/// <param name="owners">The inputs that lead to what the quota is for; none for the account in the region.</param>
/// <param name="limit">The quota.</param>
/// <param name="code">AWS's error.</param>
internal sealed class QuotaRule(string type, string[] owners, int limit, string code) : AwsRule
{
    public override IEnumerable<Refusal> OnCreate(AwsState state, LiveResource created)
    {
        if (created.Type != type)
        {
            yield break;
        }

        var owner = OwnerOf(state, created);
        var count = 1 + state.OfType(type).Count(other => OwnerOf(state, other) == owner);
        if (count > limit)
        {
            yield return new Refusal(
                $"{code}: {created.Title} is number {count}, and the default quota is {limit}.",
                "Raise the quota in Service Quotas, or remove the old ones with an update of their own first.");
        }
    }

    // The balancer of a rule is that of its listener.
    private string? OwnerOf(AwsState state, LiveResource resource)
    {
        var owner = resource.Region;
        for (var (current, index) = ((LiveResource?)resource, 0); current is not null && index < owners.Length; index++)
        {
            owner = current.Text(owners[index]);
            current = state.Target(current, owners[index]);
        }

        return owner;
    }
}

/// <summary>Default quotas that the old and the new resources of an update share.</summary>
// https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html
internal static class QuotaRules
{
    public static IReadOnlyList<AwsRule> All { get; } =
    [
        new QuotaRule("aws:ec2/eip:Eip", [], 5, "AddressLimitExceeded"),
        new QuotaRule("aws:ec2/vpc:Vpc", [], 5, "VpcLimitExceeded"),
        new QuotaRule("aws:lb/listener:Listener", ["loadBalancerArn"], 50, "TooManyListeners"),
        new QuotaRule("aws:lb/listenerCertificate:ListenerCertificate", ["listenerArn"], 25, "TooManyCertificates"),
        new QuotaRule("aws:lb/listenerRule:ListenerRule", ["listenerArn", "loadBalancerArn"], 100, "TooManyRules"),
        new QuotaRule("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", ["securityGroupId"], 60, "RulesPerSecurityGroupLimitExceeded"),
        new QuotaRule("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", ["securityGroupId"], 60, "RulesPerSecurityGroupLimitExceeded"),
        new QuotaRule("aws:ec2/route:Route", ["routeTableId"], 500, "RouteLimitExceeded"),
        new LengthRule("aws:ecs/service:Service", "loadBalancers", 5, "InvalidParameterException"),
        new LengthRule("aws:ecs/service:Service", "networkConfiguration.securityGroups", 5, "InvalidParameterException"),
        new LengthRule("aws:ecs/service:Service", "networkConfiguration.subnets", 16, "InvalidParameterException"),
        new LengthRule("aws:lb/listenerRule:ListenerRule", "actions.forward.targetGroups", 5, "TooManyTargetGroups"),
        new QuotaRule("aws:efs/accessPoint:AccessPoint", ["fileSystemId"], 10_000, "AccessPointLimitExceeded"),
    ];
}
