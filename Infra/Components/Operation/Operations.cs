using Infra.Configuration;
using Infra.Planning;
using Pulumi;

namespace Infra.Components.Operation;

/// <summary>What watches over a stack that runs: alarms, notices of failures, a dashboard, backups, and the night.</summary>
internal static class Operations
{
    public static void Create(Platform platform, Services services, Jobs jobs)
    {
        var (names, config) = (platform.Context.Names, platform.Config);
        _ = FailureNotices.For(names.Logical("notices"), platform.Notifications, new FailureNoticesArgs
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

    private static DashboardArgs PlanDashboard(Platform platform, Services services) => new()
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
            _ = DatabaseNight.For(platform.Context.Names.Logical("night"), platform.Config.NightSchedule, new DatabaseNightArgs
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
