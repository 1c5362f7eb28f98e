using System.Collections.Immutable;
using static Infra.Sandbox.Changes.Consequences.ChangeCondition;

namespace Infra.Sandbox.Changes.Consequences;

/// <summary>Consequences for networks.</summary>
internal static class NetworkConsequences
{
    private const string Guide = "vpc/latest/userguide/";
    private const string SecurityGroupRules = Guide + "security-group-rules.html";

    public static ImmutableArray<Consequence> All { get; } =
    [
        new("aws:ec2/vpc:Vpc", Replaced, EffectKind.Downtime,
            "Everything in the VPC has to move to a new one.", Guide + "vpc-cidr-blocks.html"),
        new("aws:ec2/vpc:Vpc", Deleted, EffectKind.Downtime,
            "The VPC is deleted, and so is everything in it.", Guide + "delete-vpc.html"),
        new("aws:ec2/subnet:Subnet", Gone, EffectKind.Interruption,
            "Network interfaces in the subnet have to be created in another one.", Guide + "configure-subnets.html"),
        new("aws:ec2/eip:Eip", Gone, EffectKind.Irreversible,
            "The fixed public address is released. Others who allow it must learn the new one; AWS does not give the old one back.",
            "AWSEC2/latest/UserGuide/working-with-eips.html"),
        new("aws:ec2/eip:Eip", Created, EffectKind.Cost,
            "Each public IPv4 address is billed by the hour. Traffic that leaves through it has a new source address.", Guide + "vpc-eips.html"),
        new("aws:ec2/natGateway:NatGateway", Gone, EffectKind.Interruption,
            "Connections through the NAT gateway break.", Guide + "nat-gateway-working-with.html"),
        new("aws:ec2/natGateway:NatGateway", Created, EffectKind.Cost,
            "A NAT gateway is billed by the hour and by the gigabyte.", Guide + "nat-gateway-pricing.html"),
        new("aws:ec2/route:Route", Deleted, EffectKind.Interruption, "Traffic to the destination has no route.", Guide + "VPC_Route_Tables.html"),
        new("aws:ec2/route:Route", Changed("natGatewayId", "gatewayId"), EffectKind.Interruption,
            "Open connections break, and new ones leave from another address.", Guide + "VPC_Route_Tables.html"),
        new("aws:ec2/routeTableAssociation:RouteTableAssociation", Gone, EffectKind.Interruption,
            "The subnet has the main route table for a moment, without a route to the internet.", Guide + "subnet-route-tables.html"),
        new("aws:ec2/vpcEndpoint:VpcEndpoint", Gone, EffectKind.Interruption,
            "Connections through the endpoint break, and take another way if there is one.", "vpc/latest/privatelink/delete-interface-endpoint.html"),
        new("aws:ec2/securityGroup:SecurityGroup", ReplacedCreatingFirst, EffectKind.Interruption,
            "Running tasks keep the old group until they are replaced, and are not allowed by rules that name the new one.",
            Guide + "security-groups.html"),
        new("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", Gone, EffectKind.Interruption,
            "Connections that the rule allowed are refused at once, also those of tasks that a deployment has not replaced yet.", SecurityGroupRules),
        new("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", Gone, EffectKind.Interruption,
            "Connections that the rule allowed are refused at once, also those of tasks that a deployment has not replaced yet.", SecurityGroupRules),
    ];
}
