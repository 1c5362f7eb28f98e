using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Aws.Rules;

/// <summary>A security group has one rule for a protocol, ports and a source or destination.</summary>
internal sealed class SecurityGroupRuleKeys : AwsRule
{
    private static readonly string[] Types =
        ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"];

    private static readonly string[] Inputs =
        ["securityGroupId", "ipProtocol", "fromPort", "toPort", "cidrIpv4", "cidrIpv6", "referencedSecurityGroupId", "prefixListId"];

    public override IEnumerable<Refusal> OnCreate(AwsState state, LiveResource created) =>
        Types.Contains(created.Type)
        && state.OfType(created.Type).FirstOrDefault(other => other.Key != created.Key && KeyOf(other) == KeyOf(created)) is { } holder
            ? [
                new Refusal(
                    $"InvalidPermission.Duplicate: {created.Name} allows the same as {holder.Name}, which still exists.",
                    "Remove the old rule with one update and add the new one with the next."),
            ]
            : [];

    public override IEnumerable<Refusal> OnUpdate(AwsState state, LiveResource before, LiveResource after) =>
        KeyOf(before) == KeyOf(after) ? [] : OnCreate(state, after);

    private static string KeyOf(LiveResource rule) => string.Join('\n', Inputs.Select(input => rule.Text(input) ?? ""));
}
