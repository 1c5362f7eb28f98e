using System.ComponentModel.DataAnnotations;
using Infra.Schedules;

namespace Infra.Backups;

/// <summary>Backups of the database and the file systems with AWS Backup, in an encrypted vault.</summary>
internal sealed record BackupConfig
{
    /// <summary>Days to keep a backup.</summary>
    [Range(1, 36_500)]
    public required int RetentionDays { get; init; }

    /// <summary>Delete the vault with all backups when the stack is destroyed. Otherwise Pulumi refuses to delete the vault.</summary>
    public required bool DeleteWithBackups { get; init; }

    /// <summary>Schedule of the backups, in UTC.</summary>
    [Cron]
    public string Schedule { get; init; } = "cron(0 5 ? * * *)";

    /// <summary>Move backups of file systems to cold storage, which costs far less, after this many days. By default they are not moved; backups of databases never are.</summary>
    [Range(1, 36_410)]
    public int? ColdStorageAfterDays { get; init; }
}
