using Infra.Configuration.Binding;
using Infra.Networking;
using Infra.Sandbox.Checks.Edits;
using static Infra.Stack.StackKeys;

namespace Infra.Sandbox.Checks.Controls;

/// <summary>The edits that move tasks or instances to private subnets.</summary>
internal static class PrivateSubnets
{
    public static Remedy For(KeyPath subnets, CheckContext context)
    {
        var move = new KeyEdit(context.Key(subnets), "private");
        return context.Config switch
        {
            { ExistingNetwork.HasPrivateSubnets: false } => Remedy.None(
                "The network has no private subnets: name some in app:existingNetwork.privateSubnetIds, or let app:existingNetwork.newSubnets create them."),
            { Network.NatGateways: NatGateways.None } => new Remedy(
                [move, new KeyEdit(context.Key(Key(stack => stack.Network!.NatGateways)), "onePerZone")], "NAT gateways cost about 33 USD a month each."),
            _ => new Remedy([move]),
        };
    }
}
