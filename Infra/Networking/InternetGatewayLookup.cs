using Pulumi;

namespace Infra.Networking;

/// <summary>Finds the internet gateway of a VPC; there is at most one.</summary>
internal static class InternetGatewayLookup
{
    public static Output<string> IdOf(Output<string> vpcId, Resource parent) => Ec2.GetInternetGateway
        .Invoke(
            new Ec2.GetInternetGatewayInvokeArgs
            {
                Filters = [new Ec2.Inputs.GetInternetGatewayFilterInputArgs { Name = "attachment.vpc-id", Values = [vpcId] }],
            },
            new InvokeOptions { Parent = parent })
        .Apply(gateway => gateway.InternetGatewayId);
}
