using System.ComponentModel.DataAnnotations;
using Infra.Schedules;

namespace Infra.Backups;

/// <summary>Backups of the database and the file systems with AWS Backup, kept apart from them in an encrypted vault.</summary>
internal sealed record BackupConfig
{
    /// <summary>Days for which a backup is kept.</summary>
    [Range(1, 36_500)]
    public required int RetentionDays { get; init; }

    /// <summary>Delete the vault with every backup in it when the stack is destroyed; otherwise a vault that is not empty stays and the destroy fails.</summary>
    public required bool DeleteWithBackups { get; init; }

    /// <summary>When a backup is made, in UTC.</summary>
    [Cron]
    public string Schedule { get; init; } = "cron(0 5 ? * * *)";

    /// <summary>Move backups of file systems after this many days to storage that costs far less; without it they stay. AWS never moves those of databases.</summary>
    [Range(1, 36_410)]
    public int? ColdStorageAfterDays { get; init; }
}
