using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Infra.Sandbox.Deployments.Emulators;

/// <summary>
/// Makes in an emulator what a stack says exists already. The emulator chooses the ids; a tag keeps what the stack calls them, so that
/// nothing is made twice. It is no part of the stack, and stays when that is destroyed.
/// </summary>
internal sealed class ExistingResourcesSeed(EmulatorClient emulator, string region, ExistingResources existing)
{
    private const string Tag = "StackFileId";
    private const string TextPlain = "text/plain";

    private static readonly Kind Vpc = new("Vpc", "vpc", "vpc-id", "vpcId");
    private static readonly Kind Subnet = new("Subnet", "subnet", "subnet-id", "subnetId");
    private static readonly Kind SecurityGroup = new("SecurityGroup", "security-group", "group-id", "groupId");

    /// <summary>Makes what is not there yet, and gives the emulator's ids by those of the stack file.</summary>
    public async Task<IReadOnlyDictionary<string, string>> EnsureAsync(CancellationToken cancellation)
    {
        var ids = new Dictionary<string, string>();
        var vpcId = await EnsureAsync(Vpc, existing.VpcId, [new("CidrBlock", "10.0.0.0/16")], cancellation);
        ids[existing.VpcId] = vpcId;
        foreach (var (index, subnet) in existing.Subnets.Index())
        {
            ids[subnet.Id] = await EnsureAsync(
                Subnet,
                subnet.Id,
                [new("VpcId", vpcId), new("CidrBlock", $"10.0.{index}.0/24"), new("AvailabilityZone", $"{region}{"ab"[subnet.Zone]}")],
                cancellation);
        }

        if (existing.LoadBalancer is { } balancer)
        {
            ids[balancer.SecurityGroupId] = await EnsureAsync(
                SecurityGroup,
                balancer.SecurityGroupId,
                [new("VpcId", vpcId), new("GroupName", balancer.Name), new("GroupDescription", balancer.Name)],
                cancellation);
            await EnsureBalancerAsync(balancer, ids, cancellation);
        }

        return ids;
    }

    private async Task<string> EnsureAsync(
        Kind kind, string id, IEnumerable<KeyValuePair<string, string>> arguments, CancellationToken cancellation) =>
        await FindAsync(kind, kind.IdFilter, id, cancellation)
        ?? await FindAsync(kind, $"tag:{Tag}", id, cancellation)
        ?? await CreateAsync(kind, id, arguments, cancellation);

    private async Task<string?> FindAsync(Kind kind, string filter, string value, CancellationToken cancellation)
    {
        var answer = await emulator.QueryAsync(
            QueryService.Ec2, region, $"Describe{kind.Name}s", [new("Filter.1.Name", filter), new("Filter.1.Value.1", value)], cancellation);
        return answer.Descendants(kind.IdElement).FirstOrDefault()?.Value;
    }

    private async Task<string> CreateAsync(
        Kind kind, string id, IEnumerable<KeyValuePair<string, string>> arguments, CancellationToken cancellation)
    {
        var answer = await emulator.QueryAsync(
            QueryService.Ec2,
            region,
            $"Create{kind.Name}",
            [
                .. arguments,
                new("TagSpecification.1.ResourceType", kind.TagName),
                new("TagSpecification.1.Tag.1.Key", Tag),
                new("TagSpecification.1.Tag.1.Value", id),
            ],
            cancellation);
        return answer.Descendants(kind.IdElement).First().Value;
    }

    private async Task EnsureBalancerAsync(ExistingBalancer balancer, Dictionary<string, string> ids, CancellationToken cancellation)
    {
        var arn = await FindBalancingAsync("LoadBalancer", balancer.Name, cancellation)
            ?? await CreateBalancerAsync(balancer, ids, cancellation);
        if (balancer.TargetGroupArn is { } groupArn)
        {
            ids[groupArn] = await EnsureTargetGroupAsync(groupArn.Split('/')[1], ids[existing.VpcId], cancellation);
        }

        var present = await LoadBalancingAsync("DescribeListeners", [new("LoadBalancerArn", arn)], cancellation);
        var ports = present.Descendants("Port").Select(port => port.Value).ToHashSet();
        foreach (var listener in balancer.Listeners.Where(listener => !ports.Contains(Text(listener.Port))))
        {
            var target = listener == balancer.Listeners[0] && balancer.TargetGroupArn is { } group ? ids[group] : null;
            await CreateListenerAsync(arn, listener, target, cancellation);
        }
    }

    private async Task<string?> FindBalancingAsync(string kind, string name, CancellationToken cancellation)
    {
        var answer = await LoadBalancingAsync($"Describe{kind}s", [], cancellation);
        return answer.Descendants("member").FirstOrDefault(member => member.Element($"{kind}Name")?.Value == name)?.Element($"{kind}Arn")!.Value;
    }

    private async Task<string> CreateBalancerAsync(ExistingBalancer balancer, Dictionary<string, string> ids, CancellationToken cancellation)
    {
        var answer = await LoadBalancingAsync(
            "CreateLoadBalancer",
            [
                new("Name", balancer.Name),
                new("Type", "application"),
                new("Scheme", balancer.IsInternal ? "internal" : "internet-facing"),
                new("SecurityGroups.member.1", ids[balancer.SecurityGroupId]),
                .. balancer.SubnetIds.Select((id, index) => KeyValuePair.Create($"Subnets.member.{index + 1}", ids[id])),
            ],
            cancellation);
        return answer.Descendants("LoadBalancerArn").First().Value;
    }

    private async Task<string> EnsureTargetGroupAsync(string name, string vpcId, CancellationToken cancellation)
    {
        if (await FindBalancingAsync("TargetGroup", name, cancellation) is { } present)
        {
            return present;
        }

        var answer = await LoadBalancingAsync(
            "CreateTargetGroup",
            [new("Name", name), new("Protocol", "HTTP"), new("Port", "80"), new("VpcId", vpcId), new("TargetType", "ip")],
            cancellation);
        return answer.Descendants("TargetGroupArn").First().Value;
    }

    private async Task CreateListenerAsync(string balancerArn, ExistingListener listener, string? targetGroupArn, CancellationToken cancellation)
    {
        KeyValuePair<string, string>[] certificate = listener.IsHttps
            ? [new("Certificates.member.1.CertificateArn", await RequestCertificateAsync(cancellation))]
            : [];
        KeyValuePair<string, string>[] action = targetGroupArn is null
            ?
            [
                new("DefaultActions.member.1.Type", "fixed-response"),
                new("DefaultActions.member.1.FixedResponseConfig.StatusCode", "404"),
                new("DefaultActions.member.1.FixedResponseConfig.ContentType", TextPlain),
            ]
            : [new("DefaultActions.member.1.Type", "forward"), new("DefaultActions.member.1.TargetGroupArn", targetGroupArn)];
        await LoadBalancingAsync(
            "CreateListener",
            [
                new("LoadBalancerArn", balancerArn),
                new("Port", Text(listener.Port)),
                new("Protocol", listener.IsHttps ? "HTTPS" : "HTTP"),
                .. certificate,
                .. action,
            ],
            cancellation);
    }

    private async Task<string> RequestCertificateAsync(CancellationToken cancellation)
    {
        var arguments = new JsonObject { ["DomainName"] = "existing.example.com", ["ValidationMethod"] = "DNS" };
        var answer = await emulator.CallAsync("acm", region, "CertificateManager.RequestCertificate", arguments, cancellation);
        return answer["CertificateArn"]!.GetValue<string>();
    }

    private Task<XElement> LoadBalancingAsync(
        string action, IEnumerable<KeyValuePair<string, string>> arguments, CancellationToken cancellation) =>
        emulator.QueryAsync(QueryService.LoadBalancing, region, action, arguments, cancellation);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>How EC2 speaks of a kind of resources.</summary>
    private sealed record Kind(string Name, string TagName, string IdFilter, string IdElement);
}
