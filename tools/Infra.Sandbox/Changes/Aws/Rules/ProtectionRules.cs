using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Aws.Rules;

/// <summary>An input that keeps AWS from deleting a resource.</summary>
/// <param name="type">The type.</param>
/// <param name="input">The input.</param>
/// <param name="isProtected">Whether its value protects the resource.</param>
/// <param name="text">AWS's error, after which the resource is named, and the reason.</param>
/// <param name="remedy">The way round it.</param>
internal sealed class ProtectionRule(
    string type, string input, Func<PropertyValue?, bool> isProtected, (string Error, string Reason) text, string remedy) : AwsRule
{
    public override IEnumerable<Refusal> OnDelete(AwsState state, LiveResource deleted) =>
        deleted.Type == type && isProtected(deleted.At(input)) ? [new Refusal($"{text.Error}: {deleted.Title} {text.Reason}.", remedy)] : [];
}

/// <summary>The protections against deletion, with AWS's errors.</summary>
internal static class ProtectionRules
{
    private const string DeletionProtection = "has deletion protection";
    private const string TurnOff = "Turn deletion protection off with an update of its own first, and delete with the next.";

    public static IReadOnlyList<AwsRule> All { get; } =
    [
        new ProtectionRule("aws:rds/instance:Instance", "deletionProtection", IsOn, ("InvalidParameterCombination", DeletionProtection), TurnOff),
        new ProtectionRule("aws:lb/loadBalancer:LoadBalancer", "enableDeletionProtection", IsOn,
            ("OperationNotPermitted", DeletionProtection), TurnOff),
        new ProtectionRule("aws:cognito/userPool:UserPool", "deletionProtection", value => value is PropertyValue.Text { Value: "ACTIVE" },
            ("InvalidParameterException", DeletionProtection), TurnOff),
        new ProtectionRule("aws:s3/bucket:Bucket", "forceDestroy", IsOff,
            ("BucketNotEmpty", "cannot be deleted unless it is empty"),
            "Set deleteWithContents with an update of its own first, or empty the bucket."),
        new ProtectionRule("aws:ecr/repository:Repository", "forceDelete", IsOff,
            ("RepositoryNotEmptyException", "cannot be deleted unless it has no images"), "Delete its images first."),
        new ProtectionRule("aws:backup/vault:Vault", "forceDestroy", IsOff,
            ("InvalidRequestException", "cannot be deleted unless it has no recovery points"), "Delete its recovery points first."),
        new ProtectionRule("aws:autoscaling/group:Group", "forceDelete", IsOff,
            ("Timeout", "cannot be deleted while managed draining or scale-in protection holds its instances"),
            "Scale the group to 0 first, or set forceDelete."),
    ];

    private static bool IsOn(PropertyValue? value) => value is PropertyValue.Flag { Value: true };

    private static bool IsOff(PropertyValue? value) => !IsOn(value);
}
