using Pulumi;

namespace Infra.Queueing;

/// <summary>The alarm on a dead-letter queue.</summary>
internal static class DeadLetterAlarms
{
    /// <param name="thresholds">The thresholds from the stack file.</param>
    /// <param name="name">The queue or job that the dead-letter queue belongs to, such as <c>queue-work</c>.</param>
    /// <param name="queueName">The name of the dead-letter queue.</param>
    public static AlarmSubject Subject(AlarmsConfig thresholds, string name, Output<string> queueName) =>
        new(name, Plan(thresholds), new Dictionary<string, Output<string>> { ["QueueName"] = queueName });

    public static IReadOnlyList<AlarmSpec> Plan(AlarmsConfig thresholds) =>
    [
        .. AlarmSpec.When(thresholds.DeadLetters, new AlarmSpec
        {
            Key = "dead-letters",
            Description = "There are messages in the dead-letter queue",
            Namespace = "AWS/SQS",
            Metric = "ApproximateNumberOfMessagesVisible",
            Statistic = "Maximum",
            Timing = AlarmTiming.AtOnce,
            Threshold = 0,
            // SQS stops reporting metrics of a queue after six idle hours, although the messages are still in it.
            // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/monitoring-using-cloudwatch.html
            MissingData = "ignore",
        }),
    ];
}
