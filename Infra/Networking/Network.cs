using Pulumi;

namespace Infra.Networking;

internal sealed record NetworkArgs
{
    public required StackContext Context { get; init; }

    /// <summary>The VPC to create; null where <see cref="Existing"/> is set.</summary>
    public NetworkConfig? Own { get; init; }

    /// <summary>The VPC to use; null where <see cref="Own"/> is set.</summary>
    public ExistingNetworkConfig? Existing { get; init; }
}

/// <summary>A VPC with public, private and isolated subnets: the stack's own or an existing one.</summary>
internal sealed class Network : ComponentResource, IStackPart
{
    private const string Type = "infra:index:Network";

    private readonly string _name;
    private readonly StackContext _context;

    public Network(string name, NetworkArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        (_name, _context) = (name, args.Context);
        var layout = args.Own is { } own ? CreateOwn(own) : NetworkLayout.CreateExisting(name, args.Existing!, this);

        VpcId = layout.VpcId;
        PublicSubnetIds = Ids(layout.Public);
        PrivateSubnetIds = Ids(layout.Private);
        IsolatedSubnetIds = Ids(layout.Isolated);
        DataSubnets = new[] { layout.Isolated, layout.Private, layout.Public }.First(tier => tier.Count > 0);
        RegisterOutputs();
    }

    [Output("vpcId")]
    public Output<string> VpcId { get; }

    [Output("publicSubnetIds")]
    public Output<ImmutableArray<string>> PublicSubnetIds { get; }

    [Output("privateSubnetIds")]
    public Output<ImmutableArray<string>> PrivateSubnetIds { get; }

    [Output("isolatedSubnetIds")]
    public Output<ImmutableArray<string>> IsolatedSubnetIds { get; }

    /// <summary>Subnets for resources that store data: isolated ones, or private or public ones in a network without them.</summary>
    public IReadOnlyList<NamedSubnet> DataSubnets { get; }

    public bool IsNeededByTasks => true;

    public Output<ImmutableArray<string>> SubnetIds(SubnetTier tier) =>
        tier == SubnetTier.Public ? PublicSubnetIds : PrivateSubnetIds;

    private static Output<ImmutableArray<string>> Ids(IReadOnlyList<NamedSubnet> tier) => Output.All(tier.Select(subnet => subnet.Id));

    private NetworkLayout CreateOwn(NetworkConfig config)
    {
        var vpc = CreateVpc(config);
        var layout = new NetworkLayout
        {
            VpcId = vpc.VpcId,
            Public = ByZone(config.Zones, vpc.PublicSubnetIds),
            Private = ByZone(config.Zones, vpc.PrivateSubnetIds),
            Isolated = ByZone(config.Zones, vpc.IsolatedSubnetIds),
        };

        LockDefaultSecurityGroup(vpc);
        if (config.DualStack)
        {
            _ = new Ipv6Routes($"{_name}-ipv6", new Ipv6RoutesArgs { Layout = layout }, this.ChildComponent());
        }

        if (config.FlowLogRetentionDays is { } days)
        {
            _ = new FlowLogs($"{_name}-flow-logs", new FlowLogsArgs { Context = _context, VpcId = vpc.VpcId, RetentionDays = days }, this.ChildComponent());
        }

        return layout;
    }

    private static List<NamedSubnet> ByZone(IReadOnlyList<string> zones, Output<ImmutableArray<string>> ids) =>
        [.. zones.Select((zone, index) => new NamedSubnet(zone, ids.GetAt(index)))];

    private AwsxEc2.Vpc CreateVpc(NetworkConfig config)
    {
        var subnets = config.SubnetPlan;
        return new AwsxEc2.Vpc(
            _name,
            new AwsxEc2.VpcArgs
            {
                CidrBlock = config.Cidr,
                AvailabilityZoneNames = [.. config.Zones],
                AssignGeneratedIpv6CidrBlock = config.DualStack,
                EnableDnsHostnames = true,
                EnableDnsSupport = true,
                NatGateways = new AwsxEc2.Inputs.NatGatewayConfigurationArgs { Strategy = PlanStrategy(config.NatGateways) },
                // Every subnet has explicit CIDR blocks, because the default layout of awsx differs between versions.
                SubnetStrategy = AwsxEc2.SubnetAllocationStrategy.Auto,
                SubnetSpecs =
                [
                    PlanSubnets(AwsxEc2.SubnetType.Public, "public", subnets.Public),
                    PlanSubnets(AwsxEc2.SubnetType.Private, "private", subnets.Private),
                    PlanSubnets(AwsxEc2.SubnetType.Isolated, "isolated", subnets.Isolated),
                ],
                VpcEndpointStrategy = AwsxEc2.VpcEndpointStrategy.Auto,
                VpcEndpointSpecs = config.S3GatewayEndpoint ? [PlanS3Gateway()] : [],
            },
            this.ChildComponent());
    }

    private AwsxEc2.Inputs.VpcEndpointSpecArgs PlanS3Gateway() => new()
    {
        ServiceName = EndpointServices.GatewayName(_context.Region, "s3"),
        // Without explicit tags it would get the name of the VPC.
        Tags = new Dictionary<string, string>(_context.Tags.For($"{_name}-s3")),
        VpcEndpointType = "Gateway",
    };

    // Removes all rules from the default security group of the VPC.
    private void LockDefaultSecurityGroup(AwsxEc2.Vpc vpc) => _ = new Ec2.DefaultSecurityGroup(
        $"{_name}-default", new Ec2.DefaultSecurityGroupArgs { VpcId = vpc.VpcId }, this.Child());

    private static AwsxEc2.Inputs.SubnetSpecArgs PlanSubnets(AwsxEc2.SubnetType type, string name, IReadOnlyList<string> cidrs) =>
        new() { Type = type, Name = name, CidrBlocks = [.. cidrs] };

    private static AwsxEc2.NatGatewayStrategy PlanStrategy(NatGateways natGateways) => natGateways switch
    {
        NatGateways.Single => AwsxEc2.NatGatewayStrategy.Single,
        NatGateways.OnePerZone => AwsxEc2.NatGatewayStrategy.OnePerAz,
        _ => AwsxEc2.NatGatewayStrategy.None,
    };
}
