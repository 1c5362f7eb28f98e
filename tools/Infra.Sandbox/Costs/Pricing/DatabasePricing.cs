using System.Globalization;
using Infra.Facts;
using Infra.Sandbox.Costs.Usage;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Costs.Pricing;

/// <summary>RDS instances: class, storage, backups, Database Insights and Extended Support. https://aws.amazon.com/rds/postgresql/pricing/</summary>
internal static class DatabasePricing
{
    private const string Schedule = "aws:scheduler/schedule:Schedule";

    public static IEnumerable<CostItem> Instance(ResourceNode node, CostContext context)
    {
        var isMultiAz = node.Inputs.Flag("multiAz") == true;
        var (zones, suffix) = isMultiAz ? (" Multi-AZ", ".multiAz") : ("", "");
        var instanceClass = node.Inputs.Text("instanceClass") ?? "";
        var running = Estimate.Fixed(context.Hours * RunningShare(node, context));
        yield return context.Item(node, instanceClass + zones, running, "h", $"rds.{instanceClass}{suffix}");
        yield return context.Item(node, $"storage, gp3{zones}", Storage(node), "GiB", $"rds.gp3.gbMonth{suffix}");
        yield return context.Item(
            node, "backups beyond the size of the storage", context.Use(costs => costs.DatabaseBackupGiB), "GiB", "rds.backup.gbMonth");
        var cpus = running * (Cpus(instanceClass) * (isMultiAz ? 2 : 1));
        if (node.Inputs.Text("databaseInsightsMode") == "advanced")
        {
            yield return context.Item(node, "Database Insights, advanced", cpus, "vCPU-h", "rds.insightsAdvanced.vcpuHour");
        }

        if (HasExtendedSupport(node, context))
        {
            yield return context.Item(node, "Extended Support", cpus, "vCPU-h", "rds.extendedSupport.vcpuHour");
        }
    }

    // Charged after the end of standard support.
    private static bool HasExtendedSupport(ResourceNode node, CostContext context) =>
        node.Inputs.Text("engineLifecycleSupport") == "open-source-rds-extended-support"
        && int.TryParse(node.Inputs.Text("engineVersion"), NumberStyles.None, CultureInfo.InvariantCulture, out var major)
        && PostgresVersions.EndOfStandardSupport(major) is { } end
        && end < DateOnly.ParseExact(context.Prices.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Estimate Storage(ResourceNode node)
    {
        var allocated = node.Inputs.Number("allocatedStorage") ?? 0;
        return new Estimate(allocated, allocated, Math.Max(allocated, node.Inputs.Number("maxAllocatedStorage") ?? 0));
    }

    // RDS classes have the vCPUs of the EC2 type of the same name.
    private static decimal Cpus(string instanceClass) =>
        InstanceTypes.Find(instanceClass.Replace("db.", "", StringComparison.Ordinal))?.VirtualCpus ?? 2;

    private static decimal RunningShare(ResourceNode database, CostContext context)
    {
        var actions = context.All(Schedule)
            .Where(node => node.Sources.Contains(database.Key) && ActionOf(node) is not null)
            .Select(node => (node.Inputs.Text("scheduleExpression") ?? "", IsStart: ActionOf(node) == "start"));
        var shares = Timetable.Shares(actions);
        return shares.Count == 0 ? 1 : shares.Where(share => share.State).Sum(share => share.Share);
    }

    private static string? ActionOf(ResourceNode schedule)
    {
        var target = schedule.Inputs.Map("target").Text("arn") ?? "";
        return target.EndsWith("rds:startDBInstance", StringComparison.Ordinal) ? "start"
            : target.EndsWith("rds:stopDBInstance", StringComparison.Ordinal) ? "stop"
            : null;
    }
}
