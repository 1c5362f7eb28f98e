using System.Collections.Immutable;
using static Infra.Sandbox.Changes.Consequences.ChangeCondition;

namespace Infra.Sandbox.Changes.Consequences;

/// <summary>Consequences for DNS, certificates and roles.</summary>
internal static class DomainConsequences
{
    private const string Record = "aws:route53/record:Record";

    public static ImmutableArray<Consequence> All { get; } =
    [
        new("aws:acm/certificate:Certificate", Replaced, EffectKind.Cost,
            "Both certificates exist until the listener has the new one; ACM validates it in some minutes.",
            "acm/latest/userguide/dns-validation.html"),
        new("aws:acm/certificate:Certificate", Deleted, EffectKind.Irreversible,
            "ACM deletes the certificate. A new one has to be validated again.", "acm/latest/userguide/gs-acm-delete.html"),
        new("aws:route53/zone:Zone", Gone, EffectKind.Downtime,
            "The new zone has other name servers, which the registrar has to learn.", "Route53/latest/DeveloperGuide/DeleteHostedZone.html"),
        new(Record, Deleted.And(IsAddress), EffectKind.Downtime,
            "The name no longer resolves once caches have expired.", "Route53/latest/DeveloperGuide/resource-record-sets-deleting.html"),
        new(Record, ReplacedDeletingFirst.And(IsAddress), EffectKind.Interruption,
            "The name does not resolve until the new record is in sync, as a rule within 60 seconds.",
            "Route53/latest/DeveloperGuide/resource-record-sets-deleting.html"),
        new(Record, Changed("aliases", "records").And(IsAddress), EffectKind.Interruption,
            "Clients use the old address until their caches have expired, 60 seconds for an alias.",
            "Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html"),
        new("aws:iam/role:Role", Replaced, EffectKind.Interruption,
            "Tasks that still run with the role lose its permissions when their credentials expire.",
            "IAM/latest/UserGuide/id_roles_manage_delete.html"),
        new("aws:iam/rolePolicy:RolePolicy", Deleted, EffectKind.Interruption,
            "The role loses the permissions within seconds, running tasks included.", "IAM/latest/UserGuide/troubleshoot_general.html"),
    ];

    private static bool IsAddress(ResourceChange change) =>
        Graph.PropertyReading.Text((change.New ?? change.Old)!.Inputs, "type") is "A" or "AAAA" or "CNAME";
}
