using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Aws.Rules;

/// <summary>Resources that cannot move to subnets of another VPC.</summary>
internal sealed class VpcBonds : AwsRule
{
    private static readonly (string Type, string Input, string Code)[] Bound =
    [
        ("aws:rds/subnetGroup:SubnetGroup", "subnetIds", "InvalidParameterValue"),
        ("aws:elasticache/subnetGroup:SubnetGroup", "subnetIds", "InvalidParameterValue"),
        ("aws:lb/loadBalancer:LoadBalancer", "subnets", "InvalidConfigurationRequest"),
    ];

    public override IEnumerable<Refusal> OnUpdate(AwsState state, LiveResource before, LiveResource after) =>
        from bound in Bound
        where bound.Type == after.Type
        where AreApart(VpcOf(state, before, bound.Input), VpcOf(state, after, bound.Input))
        select new Refusal(
            $"{bound.Code}: {after.Title} cannot move to subnets of another VPC.",
            "Make a new stack in the other VPC, move the data to it, and destroy this one.");

    // Subnets that the stack does not own are in a VPC that it does not own, whose identifier may be unknown.
    private static string? VpcOf(AwsState state, LiveResource resource, string input) => state.Target(resource, input)?.Text("vpcId");

    private static bool AreApart(string? vpc, string? other) =>
        vpc != other && (IsOwn(vpc) || IsOwn(other) || (vpc is not null && other is not null));

    private static bool IsOwn(string? vpc) => vpc is not null && Symbol.IsIn(vpc);
}
