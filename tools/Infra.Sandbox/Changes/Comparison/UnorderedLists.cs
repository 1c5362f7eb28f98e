namespace Infra.Sandbox.Changes.Comparison;

/// <summary>Lists whose order means nothing to AWS: the sets of the provider's schema (hashicorp/aws 5.100 and 6.x), and lists in policies.</summary>
internal static class UnorderedLists
{
    // Sets wherever they occur.
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "alarmActions", "alarmNames", "allowedOauthFlows", "allowedOauthScopes", "attributesRequireVerificationBeforeUpdates",
        "autoVerifiedAttributes",
        "callbackUrls", "capacityProviders", "capacityProviderStrategies", "conditions", "enabledCloudwatchLogsExports", "explicitAuthFlows",
        "insufficientDataActions", "loadBalancers", "logoutUrls", "metricQueries", "okActions", "recoveryMechanisms", "requiresCompatibilities",
        "routeTableIds", "securityGroupIds", "securityGroups", "subjectAlternativeNames", "subnetIds", "subnets", "supportedIdentityProviders",
        "targetGroups", "usernameAttributes", "validationRecordFqdns", "vpcSecurityGroupIds", "vpcZoneIdentifiers",
    };

    // Sets of one type whose names are lists elsewhere.
    private static readonly HashSet<(string Type, string Input)> Inputs =
    [
        ("aws:autoscaling/group:Group", "tags"),
        ("aws:backup/plan:Plan", "rules"),
        ("aws:backup/selection:Selection", "resources"),
        ("aws:appautoscaling/policy:Policy", "stepScalingPolicyConfiguration.stepAdjustments"),
        ("aws:ecs/taskDefinition:TaskDefinition", "volumes"),
        ("aws:lb/listenerRule:ListenerRule", "conditions.hostHeader.values"),
        ("aws:lb/listenerRule:ListenerRule", "conditions.pathPattern.values"),
        ("aws:lb/listenerRule:ListenerRule", "conditions.sourceIp.values"),
        ("aws:route53/record:Record", "records"),
        ("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "rules"),
    ];

    // AWS compares the values in a policy as sets. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
    private static readonly HashSet<string> InPolicies = new(StringComparer.Ordinal)
    {
        "Action", "AWS", "NotAction", "NotResource", "Resource", "Service",
    };

    public static bool Contain(string type, InputPlace place) =>
        place.IsInJson ? InPolicies.Contains(place.Name) : Names.Contains(NameOf(place.Input)) || Inputs.Contains((type, place.Input));

    private static string NameOf(string input) => input[(input.LastIndexOf('.') + 1)..];
}
