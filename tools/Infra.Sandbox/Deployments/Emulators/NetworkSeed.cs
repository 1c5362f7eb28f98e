using Infra.Networking;

namespace Infra.Sandbox.Deployments.Emulators;

/// <summary>An existing VPC in the emulator.</summary>
internal sealed record SeededNetwork
{
    public required string VpcId { get; init; }

    /// <summary>At least two subnets in different zones.</summary>
    public required IReadOnlyList<string> SubnetIds { get; init; }

    /// <summary>The emulator's IDs by those of the stack file.</summary>
    public required Dictionary<string, string> Ids { get; init; }
}

/// <summary>
/// Creates an existing VPC with its resources, or completes the default VPC. The emulator assigns the IDs; a tag holds those of the
/// stack file, so that nothing is created twice.
/// </summary>
internal sealed class NetworkSeed(EmulatorClient emulator, string region, CancellationToken cancellation)
{
    private const string Tag = "StackFileId";
    private const int SubnetPrefixLength = 24;

    private static readonly Kind Vpc = new("Vpc", "vpc", "vpc-id", "vpcId");
    private static readonly Kind Subnet = new("Subnet", "subnet", "subnet-id", "subnetId");
    private static readonly Kind SecurityGroup = new("SecurityGroup", "security-group", "group-id", "groupId");
    private static readonly Kind InternetGateway = new("InternetGateway", "internet-gateway", "internet-gateway-id", "internetGatewayId");
    private static readonly Kind NatGateway = new("NatGateway", "natgateway", "nat-gateway-id", "natGatewayId");

    public async Task<SeededNetwork> EnsureAsync(ExistingResources existing)
    {
        var ids = new Dictionary<string, string>();
        var vpcId = await EnsureVpcAsync(existing, ids);
        foreach (var (index, subnet) in existing.Subnets.Index())
        {
            ids[subnet.Id] = await EnsureAsync(
                Subnet,
                subnet.Id,
                [
                    new("VpcId", vpcId),
                    new("CidrBlock", $"{SubnetRange(existing.Range, index)}"),
                    new("AvailabilityZone", $"{region}{"ab"[subnet.Zone]}"),
                ]);
        }

        var subnetIds = existing.Subnets.IsEmpty ? await FindSubnetsAsync(vpcId) : [.. existing.Subnets.Select(subnet => ids[subnet.Id])];
        var network = new SeededNetwork { VpcId = vpcId, SubnetIds = subnetIds, Ids = ids };
        await EnsureGatewaysAsync(existing, network);
        if (existing.LoadBalancer is { } balancer)
        {
            ids[balancer.SecurityGroupId] = await EnsureAsync(
                SecurityGroup,
                balancer.SecurityGroupId,
                [new("VpcId", vpcId), new("GroupName", balancer.Name), new("GroupDescription", balancer.Name)]);
        }

        return network;
    }

    // From the end of the range, because subnets of the stack usually start at its beginning.
    private static Ipv4Cidr SubnetRange(Ipv4Cidr vpc, int index) =>
        vpc.Block(SubnetPrefixLength, (1 << (SubnetPrefixLength - vpc.PrefixLength)) - 1 - index);

    private async Task<string> EnsureVpcAsync(ExistingResources existing, Dictionary<string, string> ids)
    {
        if (existing.VpcId is not { } name)
        {
            return (await FindAsync(Vpc, "is-default", "true"))!;
        }

        return ids[name] = await EnsureAsync(Vpc, name, [new("CidrBlock", $"{existing.Range}")]);
    }

    private async Task<IReadOnlyList<string>> FindSubnetsAsync(string vpcId)
    {
        var answer = await emulator.QueryAsync(QueryService.Ec2, region, "DescribeSubnets", Filter("vpc-id", vpcId), cancellation);
        return [.. answer.Descendants(Subnet.IdElement).Select(id => id.Value)];
    }

    private async Task EnsureGatewaysAsync(ExistingResources existing, SeededNetwork network)
    {
        if (existing.HasInternetGateway && await FindAsync(InternetGateway, "attachment.vpc-id", network.VpcId) is null)
        {
            var gatewayId = await CreateAsync(InternetGateway, network.VpcId, []);
            await CallAsync(InternetGateway, "AttachInternetGateway", [new("InternetGatewayId", gatewayId), new("VpcId", network.VpcId)]);
        }

        foreach (var name in existing.NatGatewayIds)
        {
            // A private NAT gateway needs no Elastic IP.
            network.Ids[name] = await EnsureAsync(
                NatGateway, name, [new("SubnetId", network.SubnetIds[0]), new("ConnectivityType", "private")]);
        }
    }

    private async Task<string> EnsureAsync(Kind kind, string id, IEnumerable<KeyValuePair<string, string>> arguments) =>
        await FindAsync(kind, kind.IdFilter, id) ?? await FindAsync(kind, $"tag:{Tag}", id) ?? await CreateAsync(kind, id, arguments);

    private Task<string?> FindAsync(Kind kind, string filter, string value) => CallAsync(kind, $"Describe{kind.Name}s", Filter(filter, value));

    private static KeyValuePair<string, string>[] Filter(string name, string value) => [new("Filter.1.Name", name), new("Filter.1.Value.1", value)];

    private async Task<string> CreateAsync(Kind kind, string id, IEnumerable<KeyValuePair<string, string>> arguments)
    {
        var created = await CallAsync(
            kind,
            $"Create{kind.Name}",
            [
                .. arguments,
                new("TagSpecification.1.ResourceType", kind.TagName),
                new("TagSpecification.1.Tag.1.Key", Tag),
                new("TagSpecification.1.Tag.1.Value", id),
            ]);
        return created!;
    }

    // The first ID in the response.
    private async Task<string?> CallAsync(Kind kind, string action, IEnumerable<KeyValuePair<string, string>> arguments)
    {
        var answer = await emulator.QueryAsync(QueryService.Ec2, region, action, arguments, cancellation);
        return answer.Descendants(kind.IdElement).FirstOrDefault()?.Value;
    }

    /// <summary>EC2's names of a resource type.</summary>
    private sealed record Kind(string Name, string TagName, string IdFilter, string IdElement);
}
