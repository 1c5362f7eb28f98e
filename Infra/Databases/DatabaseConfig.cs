using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;
using Infra.Monitoring;

namespace Infra.Databases;

/// <summary>A PostgreSQL database on RDS, encrypted, private, and reachable only by the tasks that use it.</summary>
internal sealed record DatabaseConfig
{
    /// <summary>Major version of PostgreSQL. AWS installs minor ones in the maintenance window, so none is named here.</summary>
    [Pattern("^[1-9][0-9]?$", "a major version such as 17, without a minor one")]
    public required string EngineVersion { get; init; }

    /// <summary>Size of the instance; RDS is the largest part of most bills.</summary>
    [Pattern("^db\\.[a-z0-9-]+\\.[a-z0-9-]+$", "an RDS instance class such as db.t4g.micro")]
    public required string InstanceClass { get; init; }

    /// <summary>Name of the database in the instance; a new name is a new, empty instance.</summary>
    [Pattern("^[a-z][a-z0-9_]{0,62}$", "a lower-case letter followed by up to 62 letters, digits or underscores")]
    public required string Name { get; init; }

    /// <summary>The user that owns it; a new one is a new, empty instance.</summary>
    [Pattern("^[a-z][a-z0-9_]{0,62}$", "a lower-case letter followed by up to 62 letters, digits or underscores")]
    public required string Username { get; init; }

    /// <summary>Another number makes another password, and tasks are replaced; until then their new connections are refused (docs/operations.md).</summary>
    [Range(1, int.MaxValue)]
    public int PasswordVersion { get; init; } = 1;

    /// <summary>Storage at the start, in GiB (gp3). It never shrinks.</summary>
    [Range(20, 65_536)]
    public required int AllocatedStorageGiB { get; init; }

    /// <summary>How far storage may grow by itself, in GiB; the same as <c>allocatedStorageGiB</c> means not at all.</summary>
    [Range(20, 65_536)]
    public required int MaxAllocatedStorageGiB { get; init; }

    /// <summary>Keep a standby in another zone that takes over within a minute or two. Doubles the price.</summary>
    public required bool MultiAz { get; init; }

    /// <summary>Days for which any moment can be restored; 0 is no backup.</summary>
    [Range(0, 35)]
    public required int BackupRetentionDays { get; init; }

    /// <summary>Refuse to delete the database until this is switched off.</summary>
    public required bool DeletionProtection { get; init; }

    /// <summary>Take a last snapshot when the database is deleted.</summary>
    public required bool FinalSnapshot { get; init; }

    /// <summary>Whether a client may connect without TLS.</summary>
    public required DatabaseTls Tls { get; init; }

    /// <summary>Port to listen on.</summary>
    [Range(1150, 65_535)]
    public int Port { get; init; } = 5432;

    /// <summary>Database Insights: what the database spends its time on.</summary>
    public DatabaseInsights Insights { get; init; } = DatabaseInsights.None;

    /// <summary>Logs to send to CloudWatch.</summary>
    [Unique]
    [AllowedValues("postgresql", "upgrade", "iam-db-auth-error")]
    public IReadOnlyList<string> LogExports { get; init; } = [];

    /// <summary>Days for which CloudWatch keeps them.</summary>
    [LogRetention]
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>Let a new <c>engineVersion</c> upgrade the database, which takes it offline for minutes and cannot be undone.</summary>
    public bool AllowMajorVersionUpgrade { get; init; }

    /// <summary>Make changes that restart the database at once, not in the maintenance window.</summary>
    public bool ApplyImmediately { get; init; }

    /// <summary>When AWS may change the instance, in UTC; otherwise AWS picks a time.</summary>
    [Pattern("^(mon|tue|wed|thu|fri|sat|sun):([01][0-9]|2[0-3]):[0-5][0-9]-(mon|tue|wed|thu|fri|sat|sun):([01][0-9]|2[0-3]):[0-5][0-9]$", "a weekly window in UTC such as sun:03:00-sun:04:00")]
    public string? MaintenanceWindow { get; init; }

    /// <summary>When the daily backup is taken, in UTC; otherwise AWS picks a time.</summary>
    [Pattern("^([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]$", "a daily window in UTC such as 01:00-02:00")]
    public string? BackupWindow { get; init; }

    /// <inheritdoc cref="DatabaseAlarmsConfig"/>
    public DatabaseAlarmsConfig Alarms { get; init; } = new();

    /// <summary>Customer key for storage and insights; otherwise <c>app:kmsKeyArn</c>, or else AWS's own key for RDS.</summary>
    [KmsKeyArn]
    public string? KmsKeyArn { get; init; }
}

/// <summary>How much CloudWatch Database Insights records.</summary>
internal enum DatabaseInsights
{
    /// <summary>nothing</summary>
    None,

    /// <summary>7 days, free</summary>
    Standard,

    /// <summary>15 months, paid per vCPU</summary>
    Advanced,
}

/// <summary>Whether a client may connect to the database without TLS.</summary>
internal enum DatabaseTls
{
    /// <summary>refused; the connection URL asks for TLS</summary>
    Require,

    /// <summary>accepted, for applications that cannot speak TLS</summary>
    Allow,
}

/// <summary>Thresholds of the database's alarms, which <c>app:alarms</c> creates; 0 removes one.</summary>
internal sealed record DatabaseAlarmsConfig
{
    /// <summary>CPU utilization in percent, for 15 minutes.</summary>
    [Range(0, 99)]
    public int CpuPercent { get; init; } = 90;

    /// <summary>Free storage in GiB below which it alarms.</summary>
    [Range(0, 65_536)]
    public int FreeStorageGiB { get; init; } = 2;

    /// <summary>Open connections, for 15 minutes. None by default: how many the database can serve depends on <c>instanceClass</c>.</summary>
    [Range(0, 5000)]
    public int Connections { get; init; }
}
