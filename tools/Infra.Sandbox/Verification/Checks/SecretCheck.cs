using System.Collections.Immutable;
using Infra.Sandbox.Verification.Aws;
using Infra.Sandbox.Verification.Causes;

namespace Infra.Sandbox.Verification.Checks;

/// <summary>Checks that the secrets of a revision exist in their versions. It never reads a value.</summary>
internal sealed class SecretCheck(IAwsCli aws)
{
    public async Task<IEnumerable<Finding>> RunAsync(string key, ImmutableSortedDictionary<string, string> secrets, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        foreach (var (variable, valueFrom) in secrets)
        {
            if (await ProblemOfAsync(SecretSource.Parse(valueFrom), cancellation) is { } problem)
            {
                findings.Add(new Finding($"{key}.secrets.{variable}", problem, "restore it, or correct the reference, and run pulumi up --refresh"));
            }
        }

        return findings;
    }

    private async Task<string?> ProblemOfAsync(SecretSource source, CancellationToken cancellation)
    {
        if (source.IsParameter)
        {
            var answer = await aws.CallAsync(
                new AwsCall("ssm", "describe-parameters", "--parameter-filters", $"Key=Name,Option=Equals,Values={source.Name}"), cancellation);
            return answer.Items("Parameters").Any() ? null : $"parameter {source.Name} does not exist";
        }

        try
        {
            var secret = await aws.CallAsync(new AwsCall("secretsmanager", "describe-secret", "--secret-id", source.Id), cancellation);
            return secret.Find("DeletedDate") is not null ? $"secret {source.Name} is deleted"
                : source.Version.Length > 0 && secret.Find("VersionIdsToStages")?.Find(source.Version) is null ? $"secret {source.Name} has no version {source.Version}"
                : null;
        }
        catch (AwsCallException exception) when (exception.Code == "ResourceNotFoundException")
        {
            return $"secret {source.Name} does not exist";
        }
    }
}
