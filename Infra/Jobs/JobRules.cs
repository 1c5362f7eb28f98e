namespace Infra.Jobs;

/// <summary>How jobs run and what starts them.</summary>
internal static class JobRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var job in config.AllJobs)
        {
            rules.Warn([$"{job.Path}.buckets", $"{job.Path}.event"], () => LoopWarning(job.Config));
            JobEventRules.Check($"{job.Path}.event", job.Config.Event, [.. config.Buckets.Keys], rules);
            JobQueueRules.Check(job, config, rules);
            JobEventRules.CheckVariables(job, rules);
            JobNetworkRules.Check(job, config, rules);
            rules.Check([$"{job.Path}.restartPolicy"], () => job.Config.RestartPolicy is { } policy && !policy.IgnoredExitCodes.Contains(0)
                ? "needs 0 among ignoredExitCodes: a job that has done its work would be started again"
                : null);
        }
    }

    // https://docs.aws.amazon.com/lambda/latest/dg/with-s3.html warns of the same loop
    private static string? LoopWarning(JobConfig job) =>
        job.Event is { Bucket: { } bucket, Prefix: null, Suffix: null } && job.Buckets.GetValueOrDefault(bucket) == BucketAccess.ReadWrite
            ? $"{bucket} is readWrite, and every object in it starts the job: what the job writes there starts it again, without end; give the event a prefix, or write to another bucket"
            : null;
}
