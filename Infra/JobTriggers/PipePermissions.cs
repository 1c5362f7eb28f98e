using Infra.Planning;

namespace Infra.JobTriggers;

/// <summary>The rights of a pipe on its queue.
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html#pipes-perms-sqs</summary>
internal static class PipePermissions
{
    public static PolicyStatement ReadQueue(string queueArn) =>
        PolicyStatement.Allow(["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], queueArn);
}
