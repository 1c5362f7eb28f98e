using Infra.Configuration.Binding;

namespace Infra.Queueing;

/// <summary>The queues as other parts know them.</summary>
internal sealed record QueuesDescription(IReadOnlyDictionary<string, QueueConfig> Config) : PartDescription
{
    public override KeyPath Key => StackKeys.Key(stack => stack.Queues);

    public override string Word => "queue";

    public override bool IsPresent => Config.Count > 0;

    public override IReadOnlyList<string> Placeholders => [.. Config.Keys.Select(Placeholder)];

    public override bool IsMonitored => true;

    public static string Placeholder(string queue) => $"queue.{queue}";

    // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
    public override IEnumerable<PartPermission> PermissionsFor(TaskUses task, AwsScope scope) =>
    [
        .. task.Queues.SelectMany(entry => StatementsOn(Placeholder(entry.Key), entry.Value)),
        .. PartPermission.OfKey("sqs", scope, task.Queues.Count, isReadOnly: task.Queues.Values.All(access => access == QueueAccess.Receive)),
    ];

    private static IEnumerable<PartPermission> StatementsOn(string queue, QueueAccess access) =>
    [
        .. access is QueueAccess.Send or QueueAccess.SendReceive ? [new(queue, QueuePolicies.Send)] : (PartPermission[])[],
        .. access is QueueAccess.Receive or QueueAccess.SendReceive ? [new(queue, QueuePolicies.Receive)] : (PartPermission[])[],
    ];

    public override string PlannedArn(string name, PlannedNames planned) => PlannedNames.Arn("sqs", PlannedName(name, planned));

    public override string PlannedValue(string name, PlannedNames planned) =>
        $"https://sqs.{PlannedNames.Region}.amazonaws.com/{PlannedNames.Account}/{PlannedName(name, planned)}";

    private static string PlannedName(string name, PlannedNames planned) => planned.Physical($"queues-{name.Split('.', 2)[1]}");

    public override void Check(StackConfig config, RuleChecker rules) => QueueRules.Check(config, rules);
}
