using Infra.Backups;
using Infra.Jobs;
using Infra.LoadBalancing;
using Infra.OffHours;
using Infra.Services;
using Pulumi;

namespace Infra.Monitoring;

/// <summary>What watches over a stack that runs: alarms, notices of failures, a dashboard, backups, and the night.</summary>
internal static class Operations
{
    public static void Create(Platform platform, StackServices services, StackJobs jobs)
    {
        var (names, config) = (platform.Context.Names, platform.Config);
        _ = FailureAlerts.For(names.Logical("failure-alerts"), platform.Notifications, new FailureAlertsArgs
        {
            Context = platform.Context,
            ClusterArn = platform.Cluster.Arn,
            ClusterName = platform.Cluster.ClusterName,
        });
        _ = Alarms.For(names.Logical("alarms"), config.Alarms, new AlarmsArgs
        {
            Context = platform.Context,
            Notifications = platform.Notifications,
            LoadBalancer = platform.Web?.ArnSuffix,
            DatabaseIdentifier = platform.Stores.Database?.Identifier,
            DeadLetterQueues = (platform.Stores.Queues?.DeadLetterQueueNames ?? new Dictionary<string, Output<string>>())
                .Select(queue => KeyValuePair.Create($"queue-{queue.Key}", queue.Value))
                .Concat(jobs.DeadLetterQueueNames())
                .ToDictionary(),
        });
        _ = Dashboard.For(names.Logical("dashboard"), config.Dashboard, PlanDashboard(platform, services));
        _ = BackupPlan.For(names.Logical("backup"), config.Backup, new BackupPlanArgs
        {
            Context = platform.Context,
            ResourceArns = [.. platform.Stores.Database is { } database ? [database.Arn] : (Output<string>[])[], .. platform.Stores.FileSystems?.Arns ?? []],
        });
        StopDatabaseAtNight(platform);
    }

    private static DashboardArgs PlanDashboard(Platform platform, StackServices services) => new()
    {
        Context = platform.Context,
        ClusterName = platform.Cluster.ClusterName,
        ServiceNames = [.. services.All.Select(service => service.ServiceName)],
        LoadBalancer = platform.Web?.ArnSuffix,
        TargetGroups = services.All
            .SelectMany(service => (service.Requests?.TargetGroups ?? new Dictionary<string, Output<string>>()).Select(targetGroup => KeyValuePair.Create(
                Label(service.Configured.NamesIn(platform.Context.Names).InCluster, targetGroup.Key), targetGroup.Value)))
            .ToDictionary(),
        DatabaseIdentifier = platform.Stores.Database?.Identifier,
        QueueNames = [.. platform.Stores.Queues is { } queues ? queues.QueueNames.Values.Concat(queues.DeadLetterQueueNames.Values) : []],
    };

    private static void StopDatabaseAtNight(Platform platform)
    {
        if (platform.Stores.Database is { } database)
        {
            _ = DatabaseOffHours.For(platform.Context.Names.Logical("off-hours"), platform.Config.OffHours, new DatabaseOffHoursArgs
            {
                Context = platform.Context,
                InstanceIdentifier = database.Identifier,
                InstanceArn = database.Arn,
            });
        }
    }

    private static string Label(string service, string targetGroup) =>
        targetGroup.Length == 0 ? service : $"{service} ({targetGroup.TrimStart('-')})";
}
