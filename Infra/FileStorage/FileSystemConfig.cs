using System.ComponentModel.DataAnnotations;

namespace Infra.FileStorage;

/// <summary>An EFS file system: encrypted, with a mount target in each Availability Zone, and mounted only by tasks of this stack.</summary>
internal sealed record FileSystemConfig
{
    /// <summary>Refuse to delete the file system until this is <c>false</c>.</summary>
    public required bool DeletionProtection { get; init; }

    /// <summary>Throughput mode.</summary>
    public FileSystemThroughput Throughput { get; init; } = FileSystemThroughput.Elastic;

    /// <summary>Back the file system up daily with AWS Backup and keep each backup for 35 days.</summary>
    public bool AutomaticBackups { get; init; } = true;

    /// <summary>Move files that are not read for this many days to Infrequent Access, which costs far less to store and more to read. By default they are not moved.</summary>
    [AllowedValues(1, 7, 14, 30, 60, 90, 180, 270, 365)]
    public int? TransitionToColdAfterDays { get; init; }

    /// <summary>Customer managed KMS key. The default is <c>app:kmsKeyArn</c>, or else the AWS managed key. Cannot be changed: the update fails, and the file system stays as it is.</summary>
    [KmsKeyArn]
    public string? KmsKeyArn { get; init; }
}

/// <summary>Throughput mode of a file system.</summary>
internal enum FileSystemThroughput
{
    /// <summary>scales with the load, paid per GiB read and written</summary>
    Elastic,

    /// <summary>grows with the amount of data stored, at no extra charge</summary>
    Bursting,
}
