using System.Collections.Immutable;
using static Infra.Sandbox.Changes.Consequences.ChangeCondition;

namespace Infra.Sandbox.Changes.Consequences;

/// <summary>Consequences for user pools and web ACLs.</summary>
internal static class SignInConsequences
{
    private const string Pool = "aws:cognito/userPool:UserPool";
    private const string Client = "aws:cognito/userPoolClient:UserPoolClient";
    private const string Domain = "aws:cognito/userPoolDomain:UserPoolDomain";
    private const string Guide = "cognito/latest/developerguide/";

    public static ImmutableArray<Consequence> All { get; } =
    [
        new(Pool, Gone, EffectKind.DataLoss,
            "Cognito deletes the user pool with all users and their passwords.",
            "cognito-user-identity-pools/latest/APIReference/API_DeleteUserPool.html"),
        new(Client, Replaced, EffectKind.Interruption,
            "All users sign in again: the load balancer uses another client.", Guide + "user-pool-settings-client-apps.html"),
        new(Domain, ReplacedDeletingFirst, EffectKind.Downtime,
            "Nobody can sign in until the new domain is active: about a minute for a prefix, and up to an hour for a custom domain.",
            Guide + "cognito-user-pools-assign-domain.html"),
        new(Domain, Deleted, EffectKind.Downtime,
            "The hosted sign-in pages are no longer reachable.", Guide + "cognito-user-pools-assign-domain.html"),
        new("aws:wafv2/webAclAssociation:WebAclAssociation", Gone, EffectKind.Irreversible,
            "Requests are no longer inspected.", "waf/latest/developerguide/web-acl-associating-aws-resource.html"),
        new("aws:wafv2/webAcl:WebAcl", Changed("ruleJson", "rules", "defaultAction"), EffectKind.Interruption,
            "The new rules can block requests that were allowed; they apply everywhere after some minutes.",
            "waf/latest/developerguide/web-acl-testing.html"),
        new("aws:wafv2/webAclAssociation:WebAclAssociation", Created, EffectKind.Interruption,
            "The rules can block requests that were allowed.", "waf/latest/developerguide/web-acl-testing.html"),
    ];
}
