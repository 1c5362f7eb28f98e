namespace Infra.Configuration;

/// <summary>How fast a file system is.</summary>
internal enum FileSystemThroughput
{
    /// <summary>as fast as needed, paid by what is read and written</summary>
    Elastic,

    /// <summary>in proportion to what it holds, without a charge of its own</summary>
    Bursting,
}
