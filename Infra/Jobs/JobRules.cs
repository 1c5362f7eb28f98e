namespace Infra.Jobs;

internal static class JobRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var job in config.AllJobs)
        {
            rules.Warn([job.KeyOf(block => block.Buckets), job.KeyOf(block => block.Event)], () => LoopWarning(job.Config));
            JobEventRules.Check(job, config, rules);
            JobQueueRules.Check(job, config, rules);
            JobNetworkRules.Check(job, config, rules);
            rules.Check([job.KeyOf(block => block.RestartPolicy)], () => job.Config.RestartPolicy is { } policy && !policy.IgnoredExitCodes.Contains(0)
                ? "needs 0 in ignoredExitCodes: otherwise a job that has succeeded is restarted"
                : null);
        }
    }

    // The loop that https://docs.aws.amazon.com/lambda/latest/dg/with-s3.html warns of.
    private static string? LoopWarning(JobConfig job) =>
        job.Event is { Bucket: { } bucket, Prefix: null, Suffix: null } && job.Buckets.GetValueOrDefault(bucket) == BucketAccess.ReadWrite
            ? $"{bucket} is readWrite and every new object in it starts the job: an object that the job writes there starts it again, in an endless loop; set a prefix for the event, or write to another bucket"
            : null;
}
