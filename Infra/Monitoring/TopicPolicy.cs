using Infra.Services;

namespace Infra.Monitoring;

/// <summary>Who may publish to the topic of notifications.</summary>
internal static class TopicPolicy
{
    public static string Json(string topicArn, string accountId) => PolicyDocument.Json(
    [
        PolicyStatement.DenyWithoutTls("sns:Publish", [topicArn]),
        Allow("cloudwatch.amazonaws.com", topicArn) with
        {
            Conditions = PolicyStatement.Condition("StringEquals", "aws:SourceAccount", accountId),
        },
        // EventBridge tells SNS nothing that a condition could look at, and publishes to topics of a rule's own account only.
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
