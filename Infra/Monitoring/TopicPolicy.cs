namespace Infra.Monitoring;

/// <summary>The access policy of the notification topic.</summary>
internal static class TopicPolicy
{
    public static string Json(string topicArn, string accountId) => PolicyDocument.Json(
    [
        PolicyStatement.DenyWithoutTls("sns:Publish", [topicArn]),
        Allow("cloudwatch.amazonaws.com", topicArn) with
        {
            Conditions = PolicyStatement.Condition("StringEquals", "aws:SourceAccount", accountId),
        },
        // No condition, because EventBridge passes no context keys to SNS; it publishes only to topics of the rule's own account.
        // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions
        Allow("events.amazonaws.com", topicArn),
    ]);

    private static PolicyStatement Allow(string service, string topicArn) => new()
    {
        Actions = ["sns:Publish"],
        Resources = [topicArn],
        Principals = new Dictionary<string, string> { ["Service"] = service },
    };
}
