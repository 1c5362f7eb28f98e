using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Aws.Rules;

/// <summary>A VPC keeps its IPv6 addresses while a subnet has some of them.</summary>
internal sealed class Ipv6Blocks : AwsRule
{
    private const string Generated = "assignGeneratedIpv6CidrBlock";

    public override IEnumerable<Refusal> OnUpdate(AwsState state, LiveResource before, LiveResource after) =>
        after.Type == "aws:ec2/vpc:Vpc"
        && before.Inputs.Flag(Generated) == true
        && after.Inputs.Flag(Generated) != true
        && state.OfType("aws:ec2/subnet:Subnet").FirstOrDefault(subnet => Uses(subnet, before)) is { } holder
            ? [
                new Refusal(
                    $"InvalidCidrBlock.InUse: {holder.Name} still has a range of the IPv6 block of {after.Name}.",
                    "Keep dualStack, or make a new stack without it."),
            ]
            : [];

    private static bool Uses(LiveResource subnet, LiveResource vpc) =>
        subnet.At("ipv6CidrBlock") is not null && subnet.UsedIn("vpcId").Contains(vpc.Key);
}
