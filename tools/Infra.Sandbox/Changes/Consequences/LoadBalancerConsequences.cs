using System.Collections.Immutable;
using static Infra.Sandbox.Changes.Consequences.ChangeCondition;

namespace Infra.Sandbox.Changes.Consequences;

/// <summary>Consequences for load balancers and what they forward to.</summary>
internal static class LoadBalancerConsequences
{
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Listener = "aws:lb/listener:Listener";
    private const string Rule = "aws:lb/listenerRule:ListenerRule";
    private const string Group = "aws:lb/targetGroup:TargetGroup";
    private const string Guide = "elasticloadbalancing/latest/application/";

    public static ImmutableArray<Consequence> All { get; } =
    [
        new(Balancer, Replaced, EffectKind.Downtime,
            "The new load balancer has another DNS name. Clients with the old addresses in their DNS caches fail once the old one is deleted.",
            Guide + "load-balancer-delete.html"),
        new(Balancer, Replaced.And(change => !change.DeletesFirst), EffectKind.Cost,
            "Both load balancers are billed until the old one is deleted.", Guide + "load-balancer-delete.html"),
        new(Balancer, Deleted, EffectKind.Downtime, "The load balancer and its DNS name are deleted.", Guide + "load-balancer-delete.html"),
        new(Balancer, Changed("subnets").And(RemovesSubnet), EffectKind.Interruption,
            "The load balancer leaves an Availability Zone: connections to its address there break.", Guide + "load-balancer-subnets.html"),
        new(Balancer, Changed("securityGroups"), EffectKind.Interruption,
            "The new security groups apply at once to new and, where tracked connections are not allowed by them, to open connections.",
            Guide + "load-balancer-update-security-groups.html"),
        new(Balancer, Changed("ipAddressType"), EffectKind.Interruption,
            "The addresses behind the DNS name change their family.", Guide + "load-balancer-ip-address-type.html"),

        new(Group, Replaced, EffectKind.Interruption,
            "Rules forward to the new, empty target group before its tasks are healthy: HTTP 503 for 1 to 2 minutes.",
            Guide + "load-balancer-troubleshooting.html"),
        new(Group, Changed("healthCheck"), EffectKind.Deployment,
            "Running targets are checked in the new way at once; ECS replaces the tasks that fail.", Guide + "target-group-health-checks.html"),
        new(Group, Deleted, EffectKind.Interruption, "Connections to its targets are closed.", Guide + "load-balancer-target-groups.html"),

        new(Listener, ReplacedDeletingFirst, EffectKind.Interruption,
            "The port does not answer until the new listener is created.", Guide + "delete-listener.html"),
        new(Listener, Deleted, EffectKind.Downtime, "The port no longer answers.", Guide + "delete-listener.html"),
        new(Listener, Changed("port"), EffectKind.Downtime, "The old port no longer answers.", Guide + "listener-update-rules.html"),
        new(Listener, Changed("sslPolicy"), EffectKind.Interruption,
            "Clients that support none of the protocols and ciphers of the new policy cannot connect.", Guide + "describe-ssl-policies.html"),

        new(Rule, Deleted, EffectKind.Downtime,
            "Requests that matched the rule get the answer of the next rule or the default action.", Guide + "listener-rules.html"),
        new(Rule, ReplacedDeletingFirst, EffectKind.Interruption,
            "Requests get the answer of the next rule until the new rule is created.", Guide + "listener-rules.html"),
    ];

    private static bool RemovesSubnet(ResourceChange change) =>
        change.Properties.Any(property => property.Old is not null && property.Path.StartsWith("subnets", StringComparison.Ordinal));
}
