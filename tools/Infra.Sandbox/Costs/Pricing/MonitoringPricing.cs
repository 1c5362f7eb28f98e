using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Costs.Pricing;

/// <summary>Logs, alarms, dashboards and Container Insights. https://aws.amazon.com/cloudwatch/pricing/</summary>
internal static class MonitoringPricing
{
    private const string Service = "aws:ecs/service:Service";

    // Scaling in and scaling out.
    private const decimal AlarmsOfTargetTracking = 2;

    // The size of stored events in relation to what is written, as in the examples of the price page.
    private const decimal CompressedShare = 0.15m;
    private const decimal DaysPerMonth = 30;

    // Metrics by dimension: of the cluster, of each service with its task definition family.
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-metrics-ECS.html
    private const decimal ClusterMetrics = 13;
    private const decimal ServiceMetrics = 25;

    public static IEnumerable<CostItem> LogGroup(ResourceNode node, CostContext context)
    {
        if (IsOfSessions(node))
        {
            return [];
        }

        var written = context.Use(costs => costs.LogGiB);
        var months = (node.Inputs.Number("retentionInDays") ?? DaysPerMonth) / DaysPerMonth;
        return
        [
            context.Item(node, "logs written", written, "GiB", "logs.gb"),
            context.Item(node, "logs stored", written * (months * CompressedShare), "GiB", "logs.storage.gbMonth"),
        ];
    }

    /// <summary>An alarm costs as much as the metrics that it reads.</summary>
    public static IEnumerable<CostItem> Alarm(ResourceNode node, CostContext context)
    {
        var queries = node.Inputs.Items("metricQueries").OfType<PropertyValue.Map>().Count(query => query.Find("metric") is not null);
        return [context.Item(node, "alarms, each metric", Estimate.Fixed(Math.Max(1, queries)), "metric", "alarm.metricMonth")];
    }

    /// <summary>Target tracking creates alarms of its own.</summary>
    public static IEnumerable<CostItem> ScalingPolicy(ResourceNode node, CostContext context)
    {
        var tracking = node.Inputs.Map("targetTrackingScalingPolicyConfiguration");
        var isTracking = tracking != PropertyValue.Map.Empty || node.Inputs.Find("targetTrackingConfiguration") is not null;
        var metrics = tracking.Map("customizedMetricSpecification").Items("metrics").OfType<PropertyValue.Map>()
            .Count(metric => metric.Find("metricStat") is not null);
        return isTracking ? [OwnAlarms(node, Math.Max(1, metrics), context)] : [];
    }

    /// <summary>With managed scaling, ECS creates a target tracking policy.</summary>
    public static IEnumerable<CostItem> CapacityProvider(ResourceNode node, CostContext context) =>
        node.Inputs.Map("autoScalingGroupProvider").Map("managedScaling").Text("status") == "ENABLED" ? [OwnAlarms(node, 1, context)] : [];

    public static IEnumerable<CostItem> Dashboard(ResourceNode node, CostContext context) =>
        [context.Item(node, "dashboards", Estimate.Fixed(1), "dashboard", "dashboard.month")];

    public static IEnumerable<CostItem> Cluster(ResourceNode node, CostContext context)
    {
        var setting = node.Inputs.Items("settings").OfType<PropertyValue.Map>()
            .FirstOrDefault(setting => setting.Text("name") == "containerInsights")?.Text("value");
        var metrics = Estimate.Fixed(ClusterMetrics + (ServiceMetrics * context.All(Service).Count()));
        return setting switch
        {
            "enabled" => [context.Item(node, "Container Insights", metrics, "metric", "metric.month")],
            "enhanced" => [context.Item(node, "Container Insights, enhanced, at least", metrics, "metric", "metric.enhancedInsights.month")],
            _ => [],
        };
    }

    private static CostItem OwnAlarms(ResourceNode node, decimal metrics, CostContext context) => context.Item(
        node, "alarms of target tracking, each metric", Estimate.Fixed(AlarmsOfTargetTracking * metrics), "metric", "alarm.metricMonth");

    // The log of ECS Exec; its few lines cost less than a cent.
    private static bool IsOfSessions(ResourceNode node) =>
        node.Inputs.Text("name") is { } name && name.StartsWith("/ecs-exec/", StringComparison.Ordinal);
}
