using Infra.Configuration.Binding;

namespace Infra.Stack.Rules;

/// <summary>The region and the partition of every ARN in the stack file.</summary>
internal static class ArnRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        if (rules.Region is not { } region)
        {
            return;
        }

        foreach (var (key, text, rule) in AnnotatedTexts.Find<ArnAttribute>(config))
        {
            rules.Check([key], () => Arn.Find(text) is { } arn ? PlaceProblem(arn, rule.Place, region) : null);
        }

        foreach (var task in config.AllTasks)
        {
            foreach (var (variable, secret) in task.Task.Secrets)
            {
                CheckSecret(task.KeyOf(config => config.Secrets).Named(variable), secret, region, rules);
            }
        }
    }

    private static string? PlaceProblem(Arn arn, ArnPlace place, string region) =>
        AwsPartition.OfRegion(region).Name is var partition && arn.Partition != partition ? $"is in the partition {arn.Partition}, but {RegionRules.Key} {region} is in {partition}"
        : place == ArnPlace.RegionOfTheStack && arn.Region != region ? $"is in {arn.Region}; use one in {RegionRules.Key} {region}"
        : null;

    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
    private static void CheckSecret(KeyPath key, SecretConfig secret, string region, RuleChecker rules)
    {
        var secretRegion = secret.SecretArn is { } secretArn ? Arn.Find(secretArn)?.Region : region;
        rules.Check([key.Member<SecretConfig>(config => config.KmsKeyArn), key.Member<SecretConfig>(config => config.SecretArn)], () => secret.KmsKeyArn is { } kmsKeyArn && Arn.Find(kmsKeyArn)?.Region is var keyRegion && keyRegion != secretRegion
            ? $"is in {keyRegion}, but the secret is in {secretRegion}"
            : null);
        rules.Warn([key.Member<SecretConfig>(config => config.SecretArn)], () => secretRegion != region
            ? $"is in {secretRegion}: no task starts while that region is unreachable; use a replica of the secret in {region}"
            : null);
    }
}
