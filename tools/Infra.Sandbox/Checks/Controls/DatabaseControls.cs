using System.Collections.Immutable;
using Infra.Configuration;
using Infra.Configuration.Binding;
using Infra.Sandbox.Graph;
using static Infra.Stack.StackKeys;

namespace Infra.Sandbox.Checks.Controls;

/// <summary>The database and the cache.</summary>
internal static class DatabaseControls
{
    private const string Instance = "aws:rds/instance:Instance";
    private const string ParameterGroup = "aws:rds/parameterGroup:ParameterGroup";
    private const string ReplicationGroup = "aws:elasticache/replicationGroup:ReplicationGroup";
    private const string BackupSelection = "aws:backup/selection:Selection";
    private const string SubnetLookup = "aws:ec2/getSubnet:getSubnet";
    private const int MinimumBackupDays = 7;
    private const int DefaultPort = 5432;

    // https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-9
    private static readonly string[] Logs = ["postgresql", "upgrade"];
    private static readonly string[] DefaultUsers = ["postgres", "admin"];

    public static ImmutableArray<ControlRule> All { get; } =
    [
        new("RDS.5", Standby),
        new("RDS.8", DeletionProtection),
        new("RDS.9", context => LogExports(context, Logs)),
        new("RDS.11", Backups),
        new("RDS.23", Port),
        new("RDS.25", Username),
        new("RDS.26", BackupPlan),
        new("RDS.36", context => LogExports(context, "postgresql")),
        new("RDS.38", Tls),
        new("RDS.46", PublicSubnets),
        new("ElastiCache.1", Snapshots),
        new("ElastiCache.3", Failover),
    ];

    private static IEnumerable<Violation> Standby(CheckContext context) => Databases(
        context,
        database => database.Inputs.Flag("multiAz") != true,
        Key(stack => stack.Database!.MultiAz),
        "is false, so the database is down for as long as its zone is",
        key => Remedy.Set(key, "true", "A standby doubles the price of the database."));

    private static IEnumerable<Violation> DeletionProtection(CheckContext context) => Databases(
        context,
        database => database.Inputs.Flag("deletionProtection") != true,
        Key(stack => stack.Database!.DeletionProtection),
        "is false, so a mistake can delete the database",
        key => Remedy.Set(key, "true"));

    private static IEnumerable<Violation> LogExports(CheckContext context, params string[] logs) =>
        from database in context.Of(Instance)
        let exported = database.Inputs.Texts("enabledCloudwatchLogsExports")
        let missing = logs.Except(exported).ToList()
        where missing.Count > 0
        let key = context.Key(Key(stack => stack.Database!.LogExports))
        select new Violation(
            database,
            key,
            $"lacks {Words.List(missing, "and")}, so what happened in the database can be read on the instance only, for three days",
            Remedy.Set(key, $"[{string.Join(", ", exported.Union(logs))}]"));

    private static IEnumerable<Violation> Backups(CheckContext context) => Databases(
        context,
        database => NumberOf(database, "backupRetentionPeriod") < MinimumBackupDays,
        Key(stack => stack.Database!.BackupRetentionDays),
        $"is less than {MinimumBackupDays}, so a mistake that is noticed after a week cannot be undone",
        key => Remedy.Set(key, $"{MinimumBackupDays}"));

    private static IEnumerable<Violation> Port(CheckContext context) => Databases(
        context,
        database => NumberOf(database, "port") is null or DefaultPort,
        Key(stack => stack.Database!.Port),
        $"is {DefaultPort}, the port that scanners try first",
        key => Remedy.Set(key, "5433", "The database restarts, and tasks are replaced."));

    private static IEnumerable<Violation> Username(CheckContext context) => Databases(
        context,
        database => DefaultUsers.Contains(database.Inputs.Text("username")),
        Key(stack => stack.Database!.Username),
        "is a default name, which an attacker need not guess",
        key => Remedy.Set(key, "app_owner", "Only before the first deployment: the name of a running database cannot change."));

    private static IEnumerable<Violation> BackupPlan(CheckContext context) => Databases(
        context,
        database => !context.IsUsedBy(database, BackupSelection),
        Key(stack => stack.Backup),
        "is not set, so the database has only its own automated backups",
        key => Remedy.Set(key, "{ retentionDays: 35, deleteWithBackups: false }"));

    private static IEnumerable<Violation> Tls(CheckContext context) =>
        from parameters in context.Of(ParameterGroup)
        where parameters.Inputs.Items("parameters").OfType<PropertyValue.Map>().Any(IsForceSslOff)
        let key = context.Key(Key(stack => stack.Database!.Tls))
        select new Violation(
            parameters, key, "accepts connections without TLS", Remedy.Set(key, "require", "Let all clients use TLS first: RDS refuses others at once."));

    private static bool IsForceSslOff(PropertyValue.Map parameter) => parameter.Text("name") == "rds.force_ssl" && parameter.Text("value") == "0";

    public static IEnumerable<Violation> PublicSubnets(CheckContext context) => Databases(
        context,
        database => context.TargetOf(database, "dbSubnetGroupName") is { } group
            && group.Inputs.Items("subnetIds").SelectMany(subnet => subnet.Symbols()).Any(symbol => symbol.Resource.Type == SubnetLookup)
            && context.Config.ExistingNetwork is { Default: true, IsolatedSubnetIds: null, PrivateSubnetIds: null },
        Key(stack => stack.ExistingNetwork),
        "has no isolated or private subnets, so the database is in the default subnets, which have a route to the internet",
        _ => Remedy.None("Let app:existingNetwork.newSubnets create isolated subnets, with free ranges of the VPC in isolatedCidrs."));

    private static IEnumerable<Violation> Snapshots(CheckContext context) => Caches(
        context,
        cache => NumberOf(cache, "snapshotRetentionLimit") is null or 0,
        Key(stack => stack.Cache!.SnapshotRetentionDays),
        "is 0, so the data is gone if the cache is lost",
        key => Remedy.Set(key, $"{MinimumBackupDays}"));

    private static IEnumerable<Violation> Failover(CheckContext context) => Caches(
        context,
        cache => cache.Inputs.Flag("automaticFailoverEnabled") != true,
        Key(stack => stack.Cache!.Replicas),
        "is 0, so the cache is down and empty if its node fails",
        key => Remedy.Set(key, "1", "A replica costs as much as the primary node."));

    private static IEnumerable<Violation> Databases(
        CheckContext context, Func<ResourceNode, bool> isWrong, KeyPath path, string why, Func<string, Remedy> remedy) =>
        Violations(context, Instance, isWrong, path, why, remedy);

    private static IEnumerable<Violation> Caches(
        CheckContext context, Func<ResourceNode, bool> isWrong, KeyPath path, string why, Func<string, Remedy> remedy) =>
        Violations(context, ReplicationGroup, isWrong, path, why, remedy);

    private static IEnumerable<Violation> Violations(
        CheckContext context, string type, Func<ResourceNode, bool> isWrong, KeyPath path, string why, Func<string, Remedy> remedy)
    {
        var key = context.Key(path);
        return context.Of(type).Where(isWrong).Select(node => new Violation(node, key, why, remedy(key)));
    }

    private static double? NumberOf(ResourceNode node, string input) => (node.Inputs.Find(input) as PropertyValue.Number)?.Value;
}
