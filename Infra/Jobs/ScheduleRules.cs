using Infra.Configuration.Binding;
using Infra.Schedules;

namespace Infra.Jobs;

/// <summary>Schedules that can be read but do not do what anyone wants.</summary>
internal static class ScheduleRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var (key, text, _) in AnnotatedTexts.Find<ScheduleAttribute>(config))
        {
            rules.Warn([key], () => OverWarning(text, rules.Now));
        }

        foreach (var (key, text, _) in AnnotatedTexts.Find<CronAttribute>(config))
        {
            rules.Warn([key], () => OverWarning(text, rules.Now));
        }

        if (config.OffHours is { } night)
        {
            CheckTurns("offHours", night.StopCron, night.StartCron, rules);
            if (night.Database is { } database)
            {
                CheckTurns("offHours.database", database.StopCron, database.StartCron, rules);
            }
        }
    }

    // A stack that ran it must stay deployable, and a new one is refused by AWS: "may be meant" is all that can be said.
    private static string? OverWarning(string text, DateTime now) =>
        ScheduleExpression.IsOver(text, now) ? $"{text} is past: it never comes again, and AWS does not take it in a new stack; remove it" : null;

    private static void CheckTurns(string key, string stopCron, string startCron, RuleChecker rules) =>
        rules.Check([$"{key}.startCron", $"{key}.stopCron"], () => WeeklyTimes.Coincide(stopCron, startCron)
            ? $"{startCron} and stopCron {stopCron} come at the same time, and either may win; set them apart"
            : null);
}
