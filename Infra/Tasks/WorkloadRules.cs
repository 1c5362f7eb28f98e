using Infra.Databases;
using Infra.Queueing;

namespace Infra.Tasks;

/// <summary>A stack runs something, be it services or jobs, and what watches over it finds something to watch.</summary>
internal static class WorkloadRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        rules.Check(["service", "services", "jobs"], () => config.AllTasks.Count == 0
            ? "or services or jobs is required: without any of them the stack runs nothing"
            : null);
        rules.Check(["offHours", "service", "services", "offHours.database"], () =>
            config is { OffHours.Database: null } && HasNoServices(config)
                ? "has nothing to stop: this stack has no service, and offHours.database is not set"
                : null);
        rules.Check(["alarms", .. Watched], () => config.Alarms is not null && HasNothingToShow(config) && !HasTriggers(config)
            ? "has nothing to watch: this stack has no service, no database, no queue, and no job that is started by itself"
            : null);
        rules.Check(["dashboard", .. Watched], () => config.Dashboard && HasNothingToShow(config)
            ? "has nothing to show: this stack has no service, no database and no queue"
            : null);
    }

    private static readonly string[] Watched = ["service", "services", "database", "queues", "jobs"];

    private static bool HasNoServices(StackConfig config) => config.AllServices.Count == 0 && config.Jobs.Count > 0;

    private static bool HasNothingToShow(StackConfig config) => HasNoServices(config) && config is { Database: null, Queues.Count: 0 };

    // A run that could not be started lies in a queue of its own.
    private static bool HasTriggers(StackConfig config) => config.Jobs.Values.Any(job => job.Schedule is not null || job.Event is not null);
}
