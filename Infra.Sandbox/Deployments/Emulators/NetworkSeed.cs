namespace Infra.Sandbox.Deployments.Emulators;

/// <summary>
/// Makes a VPC with what belongs to it. The emulator chooses the ids; a tag keeps what the stack calls them, so that nothing is made
/// twice.
/// </summary>
internal sealed class NetworkSeed(EmulatorClient emulator, string region, CancellationToken cancellation)
{
    private const string Tag = "StackFileId";

    // One /24 for each subnet.
    private const string VpcRange = "10.0.0.0/16";

    private static readonly Kind Vpc = new("Vpc", "vpc", "vpc-id", "vpcId");
    private static readonly Kind Subnet = new("Subnet", "subnet", "subnet-id", "subnetId");
    private static readonly Kind SecurityGroup = new("SecurityGroup", "security-group", "group-id", "groupId");

    /// <summary>The emulator's ids by those of the stack file.</summary>
    public async Task<Dictionary<string, string>> EnsureAsync(ExistingResources existing)
    {
        var vpcId = await EnsureAsync(Vpc, existing.VpcId, [new("CidrBlock", VpcRange)]);
        var ids = new Dictionary<string, string> { [existing.VpcId] = vpcId };
        foreach (var (index, subnet) in existing.Subnets.Index())
        {
            ids[subnet.Id] = await EnsureAsync(
                Subnet,
                subnet.Id,
                [new("VpcId", vpcId), new("CidrBlock", $"10.0.{index}.0/24"), new("AvailabilityZone", $"{region}{"ab"[subnet.Zone]}")]);
        }

        if (existing.LoadBalancer is { } balancer)
        {
            ids[balancer.SecurityGroupId] = await EnsureAsync(
                SecurityGroup,
                balancer.SecurityGroupId,
                [new("VpcId", vpcId), new("GroupName", balancer.Name), new("GroupDescription", balancer.Name)]);
        }

        return ids;
    }

    private async Task<string> EnsureAsync(Kind kind, string id, IEnumerable<KeyValuePair<string, string>> arguments) =>
        await FindAsync(kind, kind.IdFilter, id) ?? await FindAsync(kind, $"tag:{Tag}", id) ?? await CreateAsync(kind, id, arguments);

    private Task<string?> FindAsync(Kind kind, string filter, string value) =>
        CallAsync(kind, $"Describe{kind.Name}s", [new("Filter.1.Name", filter), new("Filter.1.Value.1", value)]);

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

    // The first id in the answer.
    private async Task<string?> CallAsync(Kind kind, string action, IEnumerable<KeyValuePair<string, string>> arguments)
    {
        var answer = await emulator.QueryAsync(QueryService.Ec2, region, action, arguments, cancellation);
        return answer.Descendants(kind.IdElement).FirstOrDefault()?.Value;
    }

    /// <summary>How EC2 speaks of a kind of resources.</summary>
    private sealed record Kind(string Name, string TagName, string IdFilter, string IdElement);
}
