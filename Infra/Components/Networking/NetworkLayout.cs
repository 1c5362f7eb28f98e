using Pulumi;

namespace Infra.Components.Networking;

/// <summary>A VPC and its subnets by tier, in the order of the zones.</summary>
internal sealed record NetworkLayout(
    Output<string> VpcId,
    Output<ImmutableArray<string>> PublicSubnetIds,
    Output<ImmutableArray<string>> PrivateSubnetIds,
    Output<ImmutableArray<string>> IsolatedSubnetIds);
