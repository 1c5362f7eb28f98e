using System.Collections.Immutable;
using Infra.Sandbox.Verification.Aws;
using Infra.Sandbox.Verification.Causes;
using Infra.Sandbox.Verification.Checks;
using Infra.Sandbox.Verification.Outputs;
using Infra.Sandbox.Verification.Rollouts;

namespace Infra.Sandbox.Verification;

/// <summary>Compares a stack with AWS.</summary>
internal sealed class Verifier(IAwsCli aws, IClock clock, TextWriter progress)
{
    // A poll of the rollouts is repeated as a whole, so that its answers belong together.
    private readonly RetryingAws _aws = new(aws, clock);

    public async Task<VerificationReport> VerifyAsync(string stack, ExpectedState expected, TimeSpan? timeout, CancellationToken cancellation)
    {
        var watch = new RolloutWatch(new ServiceObserver(aws, expected.Cluster), clock, progress);
        var watched = await watch.WatchAsync(expected.Services, timeout, cancellation);

        var services = Task.WhenAll(watched.Select(service => ReportAsync(service, expected, cancellation)));
        var jobs = Task.WhenAll(expected.Jobs.Select(job => ReportAsync(job, cancellation)));
        await Task.WhenAll(services, jobs);
        return new VerificationReport
        {
            Stack = stack,
            Region = expected.Region,
            Cluster = expected.Cluster,
            Services = [.. await services],
            Jobs = [.. await jobs],
            Findings = expected.Https is { } https
                ? [.. await CheckedAsync($"{expected.Project}:domain", () => new CertificateCheck(_aws).RunAsync(expected.Project, https, cancellation))]
                : [],
            Duration = clock.Elapsed,
        };
    }

    private async Task<ServiceReport> ReportAsync(WatchedService watched, ExpectedState stack, CancellationToken cancellation)
    {
        var (expected, history) = (watched.Expected, watched.History);
        var revisionArn = RolloutEvaluator.ExpectedRevision(expected, history);
        var revision = await Revision.ReadAsync(revisionArn, _aws, cancellation);
        var report = new ServiceReport
        {
            Key = expected.Key,
            Name = expected.Name,
            Expected = Revision.ShortName(revisionArn),
            Running = Revision.ShortName(history.Primary?.TaskDefinition ?? ""),
            Outcome = watched.Status.Outcome,
            Text = watched.Status.Text,
            Findings =
            [
                .. FindingsOf(expected.Key, Revision.ShortName(revisionArn), revision),
                .. await CheckedAsync($"{expected.Key}.secrets", () => new SecretCheck(_aws).RunAsync(expected.Key, SecretsOf(revision), cancellation)),
                .. await CheckedAsync($"{expected.Key}.routing", () => new RoutingCheck(_aws).RunAsync(expected, cancellation)),
            ],
        };
        return report.Outcome == Outcome.Serving ? report : await WithCauseAsync(report, expected, history, stack, cancellation);
    }

    private async Task<ServiceReport> WithCauseAsync(
        ServiceReport report, ExpectedService expected, ServiceState history, ExpectedState stack, CancellationToken cancellation)
    {
        var revision = await Revision.ReadAsync(RolloutEvaluator.FailedRevision(expected, history), _aws, cancellation);
        var log = FailedLog.Of(expected, history, revision);
        var evidence = Evidence.Of(expected, history).Concat(log is null ? [] : await log.ReadAsync(_aws, cancellation));
        return report with
        {
            Cause = Diagnosis.Find(expected.Key, evidence, SecretsOf(revision)),
            LogCommand = log?.Command(stack.Region),
            EventsCommand = $"aws ecs describe-services --region {stack.Region} --cluster {stack.Cluster} --services {expected.Name} "
                + "--query 'services[0].events[:10].message'",
        };
    }

    private async Task<JobReport> ReportAsync(ExpectedJob job, CancellationToken cancellation)
    {
        var revision = await Revision.ReadAsync(job.TaskDefinition, _aws, cancellation);
        return new JobReport(job.Key, Revision.ShortName(job.TaskDefinition), job.Trigger,
        [
            .. FindingsOf(job.Key, Revision.ShortName(job.TaskDefinition), revision),
            .. await CheckedAsync($"{job.Key}.secrets", () => new SecretCheck(_aws).RunAsync(job.Key, SecretsOf(revision), cancellation)),
            .. await CheckedAsync(job.Key, () => new JobCheck(_aws).RunAsync(job, cancellation)),
        ]);
    }

    // What cannot be read is not in order either; the other checks go on.
    private static async Task<IEnumerable<Finding>> CheckedAsync(string key, Func<Task<IEnumerable<Finding>>> check)
    {
        try
        {
            return await check();
        }
        catch (AwsCallException exception)
        {
            return [new Finding(key, $"not checked: {exception.Message}", "allow the call; docs/verify.md lists them all")];
        }
    }

    private static ImmutableSortedDictionary<string, string> SecretsOf(Revision? revision) => revision?.Secrets ?? ImmutableSortedDictionary<string, string>.Empty;

    private static IEnumerable<Finding> FindingsOf(string key, string name, Revision? revision) =>
        revision is null ? [new Finding(key, $"revision {name} does not exist", Finding.Refresh)]
        : !revision.IsActive ? [new Finding(key, $"revision {name} is INACTIVE, so ECS cannot start tasks of it", Finding.Refresh)]
        : [];
}
