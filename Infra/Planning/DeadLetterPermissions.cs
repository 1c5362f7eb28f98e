namespace Infra.Planning;

/// <summary>Who may put what could not be delivered into a queue.</summary>
internal static class DeadLetterPermissions
{
    /// <summary>For a role.</summary>
    public static PolicyStatement Send(string queueArn) => PolicyStatement.Allow(["sqs:SendMessage"], queueArn);

    /// <summary>For the queue itself: one rule only. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html</summary>
    public static PolicyStatement SendFromRule(string queueArn, string ruleArn) => Send(queueArn) with
    {
        Principals = new Dictionary<string, string> { ["Service"] = "events.amazonaws.com" },
        Conditions = PolicyStatement.Condition("ArnEquals", "aws:SourceArn", ruleArn),
    };
}
