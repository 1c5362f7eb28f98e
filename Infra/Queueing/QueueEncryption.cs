namespace Infra.Queueing;

/// <summary>Encryption of a queue with the stack's customer managed KMS key, or else SSE-SQS.</summary>
internal static class QueueEncryption
{
    public static Sqs.QueueArgs AddTo(Sqs.QueueArgs queue, StackContext context)
    {
        if (context.KmsKeyArn is { } key)
        {
            queue.KmsMasterKeyId = key;
        }
        else
        {
            queue.SqsManagedSseEnabled = true;
        }

        return queue;
    }
}
