using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;
using Infra.Schedules;

namespace Infra.Databases;

/// <summary>A PostgreSQL database on RDS: encrypted, private, and reachable only by the tasks that use it.</summary>
internal sealed record DatabaseConfig
{
    /// <summary>Major version of PostgreSQL. RDS installs minor versions in the maintenance window.</summary>
    [Pattern("^[1-9][0-9]?$", "a major version such as 17, without a minor one")]
    public required string EngineVersion { get; init; }

    /// <summary>
    /// Keep <c>engineVersion</c> after RDS ends its standard support, with RDS Extended Support, which is charged per vCPU-hour. Without it RDS then
    /// upgrades the database to the next major version by itself. Fixed when the database is created; later changes have no effect.
    /// </summary>
    public bool ExtendedSupport { get; init; }

    /// <summary>RDS instance class; usually the largest item of the bill.</summary>
    [Pattern("^db\\.[a-z0-9-]+\\.[a-z0-9-]+$", "an RDS instance class such as db.t4g.micro")]
    public required string InstanceClass { get; init; }

    /// <summary>Name of the database in the instance. Cannot be changed: the update fails, and the database stays as it is (docs/operations.md).</summary>
    [Pattern("^[a-z][a-z0-9_]{0,62}$", "a lower-case letter followed by up to 62 letters, digits or underscores")]
    public required string Name { get; init; }

    /// <summary>Name of the master user. Cannot be changed: the update fails, and the database stays as it is (docs/operations.md).</summary>
    [Pattern("^[a-z][a-z0-9_]{0,62}$", "a lower-case letter followed by up to 62 letters, digits or underscores")]
    public required string Username { get; init; }

    /// <summary>Change the number to rotate the password. Tasks are replaced; until then, their new connections fail (docs/operations.md).</summary>
    [Range(1, int.MaxValue)]
    public int PasswordVersion { get; init; } = 1;

    /// <summary>Allocated gp3 storage, in GiB. It cannot be reduced.</summary>
    [Range(20, 65_536)]
    public required int AllocatedStorageGiB { get; init; }

    /// <summary>Limit of storage autoscaling, in GiB; the value of <c>allocatedStorageGiB</c> turns autoscaling off.</summary>
    [Range(20, 65_536)]
    public required int MaxAllocatedStorageGiB { get; init; }

    /// <summary>Keep a standby in another Availability Zone that takes over within one or two minutes. Doubles the price.</summary>
    public required bool MultiAz { get; init; }

    /// <summary>Days of automated backups, within which any point in time can be restored; 0 turns them off.</summary>
    [Range(0, 35)]
    public required int BackupRetentionDays { get; init; }

    /// <summary>Refuse to delete the database until this is <c>false</c>.</summary>
    public required bool DeletionProtection { get; init; }

    /// <summary>Take a final snapshot when the database is deleted.</summary>
    public required bool FinalSnapshot { get; init; }

    /// <summary>Whether clients must connect with TLS. RDS enforces <c>require</c> at once, before the running tasks are replaced: let all clients use TLS first.</summary>
    public required DatabaseTls Tls { get; init; }

    /// <summary>TCP port of the database.</summary>
    [Range(1150, 65_535)]
    public int Port { get; init; } = 5432;

    /// <summary>CloudWatch Database Insights: load of the database by SQL statement, wait and user.</summary>
    public DatabaseInsights Insights { get; init; } = DatabaseInsights.None;

    /// <summary>Logs to publish to CloudWatch Logs. Removing one deletes its log group with all events.</summary>
    [Unique]
    [AllowedValues("postgresql", "upgrade", "iam-db-auth-error")]
    public IReadOnlyList<string> LogExports { get; init; } = [];

    /// <summary>Days to keep the exported logs in CloudWatch Logs.</summary>
    [LogRetention]
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>Allow a new <c>engineVersion</c> to upgrade the database, which takes it offline for minutes and cannot be undone. Without <c>applyImmediately</c> that waits for the maintenance window.</summary>
    public bool AllowMajorVersionUpgrade { get; init; }

    /// <summary>Apply changes that need a restart immediately instead of in the maintenance window, until which each preview shows them again.</summary>
    public bool ApplyImmediately { get; init; }

    /// <summary>Weekly window for maintenance, in UTC. RDS chooses one by default; removing the key keeps the last one.</summary>
    [Pattern(WeeklyTimes.WeeklyPattern, WeeklyTimes.WeeklyMeaning)]
    public string? MaintenanceWindow { get; init; }

    /// <summary>Daily window for automated backups, in UTC. RDS chooses one by default; removing the key keeps the last one.</summary>
    [Pattern(WeeklyTimes.DailyPattern, WeeklyTimes.DailyMeaning)]
    public string? BackupWindow { get; init; }

    /// <inheritdoc cref="DatabaseAlarmsConfig"/>
    public DatabaseAlarmsConfig Alarms { get; init; } = new();

    /// <summary>Customer managed KMS key for storage and Database Insights. The default is <c>app:kmsKeyArn</c>, or else the AWS managed key. Cannot be changed: the update fails, or does nothing if the key is removed, and the database stays as it is.</summary>
    [KmsKeyArn]
    public string? KmsKeyArn { get; init; }
}

/// <summary>Mode of CloudWatch Database Insights.</summary>
internal enum DatabaseInsights
{
    /// <summary>off</summary>
    None,

    /// <summary>7 days, free</summary>
    Standard,

    /// <summary>15 months, paid per vCPU</summary>
    Advanced,
}

/// <summary>Whether clients must connect to the database with TLS.</summary>
internal enum DatabaseTls
{
    /// <summary>connections without TLS are refused, and the connection URLs ask for TLS</summary>
    Require,

    /// <summary>connections without TLS are accepted, for applications that do not support it</summary>
    Allow,
}

/// <summary>Thresholds of the alarms on the database, which <c>app:alarms</c> creates; 0 removes an alarm.</summary>
internal sealed record DatabaseAlarmsConfig
{
    /// <summary>CPU utilization above this, in percent, for 15 minutes.</summary>
    [Range(0, 99)]
    public int CpuPercent { get; init; } = 90;

    /// <summary>Free storage below this, in GiB, for 15 minutes.</summary>
    [Range(0, 65_536)]
    public int FreeStorageGiB { get; init; } = 2;

    /// <summary>More open connections than this, for 15 minutes. No alarm by default, since the maximum depends on <c>instanceClass</c>.</summary>
    [Range(0, 5000)]
    public int Connections { get; init; }
}
