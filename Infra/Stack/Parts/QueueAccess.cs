namespace Infra.Stack.Parts;

/// <summary>What a task may do with a queue.</summary>
internal enum QueueAccess
{
    /// <summary>nothing</summary>
    None,

    /// <summary>send messages</summary>
    Send,

    /// <summary>receive and delete messages</summary>
    Receive,

    /// <summary>both</summary>
    SendReceive,
}
