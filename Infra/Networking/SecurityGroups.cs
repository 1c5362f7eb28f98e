using Pulumi;

namespace Infra.Networking;

internal sealed record SecurityGroupsArgs
{
    public required Output<string> VpcId { get; init; }

    public required TrafficPlan Traffic { get; init; }

    /// <summary>Security group of an existing load balancer; the stack adds no rules to it.</summary>
    public string? LoadBalancerGroupId { get; init; }
}

/// <summary>
/// A security group for each peer and separate rule resources for each connection of the plan. Inline rules would overwrite each
/// other, and groups that reference each other inline could not be deleted.
/// </summary>
internal sealed class SecurityGroups : ComponentResource, IStackPart
{
    private const string Type = "infra:index:SecurityGroups";

    private readonly string _name;
    private readonly Dictionary<TrafficPeer, Ec2.SecurityGroup> _groups;
    private readonly Dictionary<TrafficPeer, Output<string>> _existing;

    public SecurityGroups(string name, SecurityGroupsArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        _name = name;
        _existing = args.LoadBalancerGroupId is { } existing ? new() { [TrafficPeer.LoadBalancer] = Output.Create(existing) } : [];
        _groups = args.Traffic.Peers
            .Where(peer => !_existing.ContainsKey(peer))
            .ToDictionary(peer => peer, peer => CreateGroup(peer, args.VpcId));
        foreach (var rule in args.Traffic.Rules())
        {
            AllowOut(rule);
            AllowIn(rule);
        }

        RegisterOutputs();
    }

    public bool IsNeededByTasks => true;

    /// <summary>The security groups of the stack, by peer: <c>service</c>, <c>service-admin</c>, <c>database</c>.</summary>
    public Output<ImmutableDictionary<string, string>> Ids => OutputMaps.Join(_groups.Select(group => KeyValuePair.Create(group.Key.Name, group.Value.Id)));

    /// <summary>The security group of a peer, which must be in the plan.</summary>
    public Output<string> IdOf(TrafficPeer peer) => _groups[peer].Id;

    // Changing the description would replace the group, and its deletion hangs while it is in use.
    private Ec2.SecurityGroup CreateGroup(TrafficPeer peer, Output<string> vpcId) => new(
        AwsNames.SecurityGroup.Fit($"{_name}-{peer}"),
        new Ec2.SecurityGroupArgs { VpcId = vpcId, Description = $"{peer} of the stack" },
        this.Child());

    private void AllowOut(TrafficRule rule)
    {
        if (_groups.TryGetValue(rule.From, out var group))
        {
            var receiver = AddressOf(rule.To, rule);
            _ = new Vpc.SecurityGroupEgressRule(
                $"{_name}-{rule.Name}",
                new Vpc.SecurityGroupEgressRuleArgs
                {
                    SecurityGroupId = group.Id,
                    IpProtocol = "tcp",
                    FromPort = rule.Ports.First,
                    ToPort = rule.Ports.Last,
                    ReferencedSecurityGroupId = receiver.GroupId,
                    CidrIpv4 = receiver.CidrIpv4,
                    CidrIpv6 = receiver.CidrIpv6,
                    Description = rule.Description,
                },
                this.Child());
        }
    }

    private void AllowIn(TrafficRule rule)
    {
        if (_groups.TryGetValue(rule.To, out var group))
        {
            var sender = AddressOf(rule.From, rule);
            _ = new Vpc.SecurityGroupIngressRule(
                $"{_name}-{rule.Name}",
                new Vpc.SecurityGroupIngressRuleArgs
                {
                    SecurityGroupId = group.Id,
                    IpProtocol = "tcp",
                    FromPort = rule.Ports.First,
                    ToPort = rule.Ports.Last,
                    ReferencedSecurityGroupId = sender.GroupId,
                    CidrIpv4 = sender.CidrIpv4,
                    CidrIpv6 = sender.CidrIpv6,
                    Description = rule.Description,
                },
                this.Child());
        }
    }

    private RuleAddress AddressOf(TrafficPeer peer, TrafficRule rule) =>
        _groups.TryGetValue(peer, out var group) ? new RuleAddress { GroupId = group.Id }
        : _existing.TryGetValue(peer, out var existing) ? new RuleAddress { GroupId = existing }
        : rule.IsIpv6 ? new RuleAddress { CidrIpv6 = rule.Cidr! }
        : new RuleAddress { CidrIpv4 = rule.Cidr! };

    /// <summary>The other end of a rule; exactly one property is set.</summary>
    private sealed record RuleAddress
    {
        public Input<string>? GroupId { get; init; }

        public Input<string>? CidrIpv4 { get; init; }

        public Input<string>? CidrIpv6 { get; init; }
    }
}
