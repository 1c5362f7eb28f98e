namespace Infra.Queueing;

/// <summary>With what a queue encrypts its messages: the stack's customer key, or else a key of SQS's own.</summary>
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
