using Pulumi;

namespace Infra.Queueing;

/// <summary>The alarm on a dead-letter queue.</summary>
internal static class DeadLetterAlarms
{
    /// <param name="thresholds">The alarms that the stack file asks for.</param>
    /// <param name="name">The queue or job whose messages it holds, such as <c>queue-work</c>.</param>
    /// <param name="queueName">The dead-letter queue.</param>
    public static AlarmSubject Subject(AlarmsConfig thresholds, string name, Output<string> queueName) =>
        new(name, Plan(thresholds), new Dictionary<string, Output<string>> { ["QueueName"] = queueName });

    public static IReadOnlyList<AlarmSpec> Plan(AlarmsConfig thresholds) =>
    [
        .. AlarmSpec.When(thresholds.DeadLetters, new AlarmSpec
        {
            Key = "dead-letters",
            Description = "Messages that nobody could work on lie in the dead-letter queue",
            Namespace = "AWS/SQS",
            Metric = "ApproximateNumberOfMessagesVisible",
            Statistic = "Maximum",
            Timing = AlarmTiming.AtOnce,
            Threshold = 0,
            // SQS stops reporting a queue that nobody uses for six hours, but the messages still lie there.
            // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/monitoring-using-cloudwatch.html
            MissingData = "ignore",
        }),
    ];
}
