namespace Infra.Stack.Parts;

/// <summary>What the service may do in a bucket.</summary>
internal enum BucketAccess
{
    /// <summary>nothing</summary>
    None,

    /// <summary>list and read</summary>
    Read,

    /// <summary>list, read, write and delete</summary>
    ReadWrite,
}
