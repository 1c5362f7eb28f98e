using System.Net;

namespace Infra.Sandbox.Changes.Aws.Rules;

/// <summary>The ranges of the subnets of a VPC must not overlap.</summary>
internal sealed class SubnetRanges : AwsRule
{
    private const string Subnet = "aws:ec2/subnet:Subnet";

    public override IEnumerable<Refusal> OnCreate(AwsState state, LiveResource created) =>
        created.Type == Subnet && state.OfType(Subnet).FirstOrDefault(other => Overlap(other, created)) is { } holder
            ? [
                new Refusal(
                    $"InvalidSubnet.Conflict: {created.Name} gets a range of {Title(holder, created)}, which still exists.",
                    "Choose ranges that no subnet of the VPC has, or make a new stack and move to it."),
            ]
            : [];

    private static string Title(LiveResource holder, LiveResource created) =>
        holder.Name == created.Name ? "the subnet that it replaces" : holder.Name;

    private static bool Overlap(LiveResource one, LiveResource other) =>
        one.Text("vpcId") == other.Text("vpcId")
        && IPNetwork.TryParse(one.Text("cidrBlock"), out var range)
        && IPNetwork.TryParse(other.Text("cidrBlock"), out var otherRange)
        && (range.Contains(otherRange.BaseAddress) || otherRange.Contains(range.BaseAddress));
}
