namespace Infra.JobTriggers;

/// <summary>
/// The environment variables that tell a task its message, each with the path in what EventBridge Pipes reads from SQS.
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-sqs.html
/// </summary>
internal static class MessageVariables
{
    public static IReadOnlyList<(string Name, string Path)> Paths { get; } = [("MESSAGE_BODY", "$.body"), ("MESSAGE_ID", "$.messageId")];
}
