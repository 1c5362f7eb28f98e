using System.Collections.Immutable;
using Infra.Sandbox.Changes.Aws;
using Infra.Sandbox.Graph;
using static Infra.Sandbox.Changes.Consequences.ChangeCondition;

namespace Infra.Sandbox.Changes.Consequences;

/// <summary>Consequences for RDS databases. Without <c>applyImmediately</c>, RDS applies most changes in the maintenance window.</summary>
internal static class DatabaseConsequences
{
    private const string Instance = "aws:rds/instance:Instance";
    private const string Parameters = "aws:rds/parameterGroup:ParameterGroup";
    private const string Now = "applyImmediately";
    private const string MultiAz = "multiAz";
    private const string Guide = "AmazonRDS/latest/UserGuide/";
    private const string Settings = Guide + "USER_ModifyInstance.Settings.html";
    private const string Deletion = Guide + "USER_DeleteInstance.html";
    private const string Upgrade = Guide + "USER_UpgradeDBInstance.PostgreSQL.html";

    public static ImmutableArray<Consequence> All { get; } =
    [
        new(Instance, Gone.With("skipFinalSnapshot"), EffectKind.DataLoss,
            "RDS deletes the database and its automated backups without a final snapshot.", Deletion),
        new(Instance, Gone.Without("skipFinalSnapshot"), EffectKind.DataLoss,
            "RDS deletes the database and its automated backups. The data is only in the final snapshot.", Deletion),
        new(Instance, Replaced, EffectKind.Downtime,
            "The new database is empty. It takes 5 to 15 minutes to create, and nothing copies the data into it.", Deletion),

        new(Instance, Changed("instanceClass").With(Now).Without(MultiAz), EffectKind.Downtime,
            "The database moves to a new host and restarts: 5 to 10 minutes without it.", Settings),
        new(Instance, Changed("instanceClass").With(Now).With(MultiAz), EffectKind.Interruption,
            "The database fails over to its standby: open connections break, for 60 to 120 seconds as a rule.",
            Guide + "Concepts.MultiAZ.Failover.html"),
        new(Instance, Changed("instanceClass").Without(Now), EffectKind.Pending,
            $"The class changes in the next maintenance window{Consequence.Window}, with a restart or a failover.",
            Guide + "USER_ModifyInstance.ApplyImmediately.html"),

        new(Instance, MajorUpgrade.With(Now), EffectKind.Downtime,
            "The major upgrade stops the database, often for 10 minutes or more with a large catalog.", Upgrade),
        new(Instance, MajorUpgrade, EffectKind.Irreversible,
            "RDS cannot go back to the old major version, only restore the snapshot from before the upgrade.", Upgrade),
        new(Instance, MinorUpgrade.With(Now), EffectKind.Downtime,
            "The minor upgrade restarts the database: a few minutes without it, also with a standby.", Upgrade),
        new(Instance, Changed("engineVersion").Without(Now), EffectKind.Pending,
            $"The upgrade waits for the next maintenance window{Consequence.Window}, and stops the database then.",
            Guide + "USER_ModifyInstance.ApplyImmediately.html"),

        new(Instance, TurnedOn(MultiAz), EffectKind.Cost,
            "RDS adds a standby without downtime; latency is higher while it copies the data, and the standby is billed like the database.",
            Guide + "Concepts.MultiAZ.Migrating.html"),
        new(Instance, TurnedOff(MultiAz), EffectKind.Irreversible,
            "RDS removes the standby without downtime. A failed host or Availability Zone now takes the database down.", Settings),

        new(Instance, Changed("storageType", "iops", "storageThroughput"), EffectKind.Irreversible,
            "There is no downtime. RDS optimizes the storage for hours, and accepts no other change of it for at least 6 hours.",
            Guide + "USER_PIOPS.ModifyingExisting.html"),
        new(Instance, Raised("allocatedStorage"), EffectKind.Irreversible,
            "There is no downtime. RDS cannot reduce storage again, and accepts no other change of it for at least 6 hours.",
            Guide + "USER_PIOPS.ModifyingExisting.html"),

        new(Instance, BackupsTurned(isOn: true), EffectKind.Restart, "The first backup starts at once, and I/O pauses for some seconds.", Settings),
        new(Instance, BackupsTurned(isOn: false), EffectKind.DataLoss,
            "RDS deletes all automated backups at once. There is no point-in-time recovery any more.", Settings),
        new(Instance, Lowered("backupRetentionPeriod").And(change => Number(change.New!, "backupRetentionPeriod") > 0), EffectKind.Irreversible,
            "RDS deletes the automated backups that are older than the new retention period.", Settings),

        new(Instance, Changed("port"), EffectKind.Downtime,
            "The database restarts at once on the new port, also without applyImmediately. Clients need the new port.", Settings),
        new(Instance, Changed("password"), EffectKind.Interruption,
            "The new password is valid at once. Running tasks keep the old one until they are replaced, and cannot open new connections.", Settings),
        new(Instance, Changed("identifier"), EffectKind.Downtime,
            "The database restarts under a new endpoint. Running tasks cannot reach the old one.", Guide + "USER_RenameInstance.html"),
        new(Instance, Changed("dbSubnetGroupName"), EffectKind.Downtime,
            "RDS moves the database to the VPC of the subnet group, and restarts it.", Guide + "USER_VPC.VPC2VPC.html"),
        new(Instance, Changed("caCertIdentifier").With(Now), EffectKind.Restart,
            "Engines that cannot rotate the certificate while running restart. Clients must trust the new authority.",
            Guide + "UsingWithRDS.SSL-certificate-rotation.html"),
        new(Instance, Changed("publiclyAccessible"), EffectKind.Interruption,
            "The endpoint resolves to another address. Connections through the old one break.", Settings),
        new(Instance, Changed("parameterGroupName").And(change => !IsUpgrade(change)), EffectKind.Pending,
            "The new parameters apply after the next restart, which RDS does not do by itself.",
            Guide + "USER_WorkingWithParamGroups.Associating.html"),
        new(Instance, Changed("performanceInsightsEnabled", "databaseInsightsMode", "performanceInsightsRetentionPeriod"), EffectKind.Cost,
            "There is no downtime. Retention beyond 7 days is billed for each vCPU.", Guide + "USER_PerfInsights.Enabling.html"),

        new(Parameters, Changed("parameters").And(HasStatic), EffectKind.Pending,
            "The static parameters apply after the next restart, which RDS does not do by itself.", Guide + "USER_WorkingWithParamGroups.html"),
        new(Parameters, Changed("parameters").And(change => !HasStatic(change)), EffectKind.Interruption,
            "Dynamic parameters apply at once: with rds.force_ssl, new connections without TLS fail.",
            Guide + "PostgreSQL.Concepts.General.SSL.html"),
    ];

    private static ChangeCondition MajorUpgrade => Changed("engineVersion").And(IsUpgrade);

    private static ChangeCondition MinorUpgrade => Changed("engineVersion").And(change => !IsUpgrade(change));

    private static bool IsUpgrade(ResourceChange change) =>
        EngineVersions.IsMajorChange(change.Old!.Inputs.Text("engineVersion"), change.New!.Inputs.Text("engineVersion"));

    private static ChangeCondition BackupsTurned(bool isOn) => Changed("backupRetentionPeriod").And(change =>
        (Number(change.Old!, "backupRetentionPeriod") ?? 0) == 0 == isOn && (Number(change.New!, "backupRetentionPeriod") ?? 0) > 0 == isOn);

    private static bool HasStatic(ResourceChange change) =>
        change.New!.Inputs.Items("parameters").OfType<PropertyValue.Map>().Any(parameter => parameter.Text("applyMethod") == "pending-reboot");
}
