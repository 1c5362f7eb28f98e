using System.Collections.Immutable;
using Infra.Sandbox.Changes.Comparison;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Consequences;

/// <summary>The other changes of an update, which can make a consequence void: the settings of a new bucket lose nothing.</summary>
internal sealed class ChangeContext
{
    private const string Service = "aws:ecs/service:Service";
    private const string TargetGroup = "aws:lb/targetGroup:TargetGroup";
    private const string Rule = "aws:lb/listenerRule:ListenerRule";

    // The resource that a setting, a rule or a record belongs to.
    private static readonly Dictionary<string, string[]> Owners = new(StringComparer.Ordinal)
    {
        ["aws:cognito/userPoolClient:UserPoolClient"] = ["userPoolId"],
        ["aws:cognito/userPoolDomain:UserPoolDomain"] = ["userPoolId"],
        ["aws:ec2/natGateway:NatGateway"] = ["subnetId"],
        ["aws:ec2/route:Route"] = ["routeTableId"],
        ["aws:ec2/routeTableAssociation:RouteTableAssociation"] = ["subnetId"],
        ["aws:ec2/subnet:Subnet"] = ["vpcId"],
        ["aws:ec2/vpcEndpoint:VpcEndpoint"] = ["vpcId"],
        ["aws:ecr/lifecyclePolicy:LifecyclePolicy"] = ["repository"],
        ["aws:efs/accessPoint:AccessPoint"] = ["fileSystemId"],
        ["aws:efs/mountTarget:MountTarget"] = ["fileSystemId"],
        ["aws:iam/rolePolicy:RolePolicy"] = ["role"],
        ["aws:lb/listener:Listener"] = ["loadBalancerArn"],
        [Rule] = ["listenerArn"],
        ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration"] = ["bucket"],
        ["aws:s3/bucketVersioning:BucketVersioning"] = ["bucket"],
        ["aws:servicediscovery/service:Service"] = ["dnsConfig"],
        ["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"] = ["securityGroupId", "referencedSecurityGroupId"],
        ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"] = ["securityGroupId", "referencedSecurityGroupId"],
        ["aws:wafv2/webAclAssociation:WebAclAssociation"] = ["resourceArn"],
    };

    private static readonly string[] Connection = ["securityGroupId", "fromPort", "toPort", "cidrIpv4", "cidrIpv6", "referencedSecurityGroupId"];

    // What makes a resource take the place of another.
    private static readonly Dictionary<string, string[]> Places = new(StringComparer.Ordinal)
    {
        ["aws:lb/listener:Listener"] = ["loadBalancerArn", "port"],
        [Rule] = ["listenerArn", "conditions"],
        ["aws:route53/record:Record"] = ["zoneId", "name", "type"],
        ["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"] = Connection,
        ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"] = Connection,
    };

    private readonly Owned _gone;
    private readonly Owned _new;
    private readonly ILookup<string, ResourceNode> _wanted;
    private readonly bool _drains;

    public ChangeContext(IReadOnlyList<ResourceChange> changes, ImmutableArray<ResourceNode> wanted)
    {
        _gone = new Owned(changes.Where(change => change.Action is ChangeAction.Delete or ChangeAction.Replace).Select(change => change.Old!));
        _new = new Owned(changes.Where(change => change.Action is ChangeAction.Create or ChangeAction.Replace).Select(change => change.New!));
        _wanted = wanted.ToLookup(node => node.Key.Type);
        var services = changes.Where(change => change is { Action: ChangeAction.Update, Key.Type: Service }).ToList();
        _drains = services.Count > 0 && services.All(change => change.New!.Inputs.Flag("waitForSteadyState") == true);
    }

    /// <summary>Whether another change makes a consequence of a change void.</summary>
    public bool Covers(ResourceChange change, EffectKind kind) => change.Action switch
    {
        ChangeAction.Create => kind is EffectKind.DataLoss or EffectKind.Interruption && _new.HasOwnerOf(change.New!),
        ChangeAction.Delete or ChangeAction.Replace =>
            kind != EffectKind.DataLoss && (_gone.HasOwnerOf(change.Old!) || IsContinued(change) || IsDrained(change)),
        _ => false,
    };

    private bool IsContinued(ResourceChange change) =>
        change is { Action: ChangeAction.Delete, Old: { } old }
        && Places.TryGetValue(old.Key.Type, out var inputs)
        && _wanted[old.Key.Type].Any(other => inputs.All(input => ValueEquality.AreEqual(old.Inputs.Find(input), other.Inputs.Find(input))));

    // The services wait until the old tasks are gone, and what those used is deleted after that.
    private bool IsDrained(ResourceChange change) =>
        _drains
        && change.Action == ChangeAction.Delete
        && (change.Key.Type is TargetGroup || change.Key.Type.StartsWith("aws:vpc/securityGroup", StringComparison.Ordinal));

    /// <summary>Resources that can own a setting, a rule or a record.</summary>
    private sealed class Owned(IEnumerable<ResourceNode> owners)
    {
        private readonly ImmutableArray<ResourceNode> _owners = [.. owners];

        /// <summary>Whether an input of a resource names one of them, by a symbol or by a name that the program chose.</summary>
        public bool HasOwnerOf(ResourceNode node) => Owners.GetValueOrDefault(node.Key.Type, [])
            .Select(input => node.Inputs.Find(input))
            .OfType<PropertyValue>()
            .Any(value => _owners.Any(owner => value.Symbols().Any(symbol => symbol.Resource == owner.Key) || IsNamed(owner, node, value)));

        private static bool IsNamed(ResourceNode owner, ResourceNode node, PropertyValue value) =>
            value is PropertyValue.Text name && owner.Parent == node.Parent && owner.Inputs.Text("name") == name.Value;
    }
}
