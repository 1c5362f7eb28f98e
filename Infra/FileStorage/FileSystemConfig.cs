using System.ComponentModel.DataAnnotations;

namespace Infra.FileStorage;

/// <summary>An EFS file system: encrypted, one address in each zone, mounted by the stack's own tasks only.</summary>
internal sealed record FileSystemConfig
{
    /// <summary>Refuse to delete the file system, with everything in it, until this is switched off.</summary>
    public required bool DeletionProtection { get; init; }

    /// <summary>How fast it is.</summary>
    public FileSystemThroughput Throughput { get; init; } = FileSystemThroughput.Elastic;

    /// <summary>Let AWS back it up every day and keep each backup for 35 days.</summary>
    public bool AutomaticBackups { get; init; } = true;

    /// <summary>Move files that nobody reads for this many days to storage that costs far less to keep and more to read; without it they stay.</summary>
    [AllowedValues(1, 7, 14, 30, 60, 90, 180, 270, 365)]
    public int? TransitionToColdAfterDays { get; init; }

    /// <summary>Customer key for storage; otherwise <c>app:kmsKeyArn</c>, or else AWS's own key for EFS. Another key is a new, empty file system.</summary>
    [KmsKeyArn]
    public string? KmsKeyArn { get; init; }
}

/// <summary>How fast a file system is.</summary>
internal enum FileSystemThroughput
{
    /// <summary>as fast as needed, paid by what is read and written</summary>
    Elastic,

    /// <summary>in proportion to what it holds, without a charge of its own</summary>
    Bursting,
}
