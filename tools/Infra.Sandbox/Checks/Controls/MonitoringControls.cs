using System.Collections.Immutable;
using Infra.Sandbox.Graph;
using static Infra.Stack.StackKeys;

namespace Infra.Sandbox.Checks.Controls;

/// <summary>Alarms, notifications and logs.</summary>
internal static class MonitoringControls
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";
    private const string Topic = "aws:sns/topic:Topic";
    private const int MinimumRetentionDays = 365;

    public static ImmutableArray<ControlRule> All { get; } =
    [
        new("CloudWatch.15", AlarmActions),
        new("CloudWatch.16", Retention),
        new("SNS.1", TopicKeys),
    ];

    private static IEnumerable<Violation> AlarmActions(CheckContext context) =>
        from alarm in context.Of(Alarm)
        where alarm.Inputs.Items("alarmActions").IsEmpty
        let key = context.Key(Key(stack => stack.Notifications))
        select new Violation(
            alarm, key, "is not set, so nobody is told of an alarm", Remedy.Set(key, "{ emails: [ops@example.com] }", "Put in your own address."));

    private static IEnumerable<Violation> Retention(CheckContext context) =>
        from log in context.Of(LogGroup)
        where log.Inputs.Find("retentionInDays") is PropertyValue.Number days && days.Value < MinimumRetentionDays
        let key = RetentionKey(log, context)
        select new Violation(
            log, key, $"is less than {MinimumRetentionDays} days, so an incident of last year cannot be looked up", Remedy.Set(key, $"{MinimumRetentionDays}"));

    private static string RetentionKey(ResourceNode log, CheckContext context) => context.KeyOf(log) switch
    {
        var block when block == context.Key(Key(stack => stack.Network)) => context.Key(Key(stack => stack.Network!.FlowLogRetentionDays)),
        var block when block == context.Key(Key(stack => stack.Cluster)) => context.Key(Key(stack => stack.Cluster.ExecLogRetentionDays)),
        var block => $"{block}.logRetentionDays",
    };

    private static IEnumerable<Violation> TopicKeys(CheckContext context) =>
        from topic in context.Of(Topic)
        where topic.Inputs.Text("kmsMasterKeyId") is null
        select new Violation(
            topic, EncryptionKey.Of(context), "is not set, so notifications are not encrypted at rest", EncryptionKey.Remedy(context, "KMS charges for requests."));
}
