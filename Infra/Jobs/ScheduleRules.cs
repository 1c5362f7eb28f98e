using Infra.Configuration.Binding;
using Infra.Schedules;
using static Infra.Stack.StackKeys;

namespace Infra.Jobs;

/// <summary>Schedules that are valid but never run, or cancel each other.</summary>
internal static class ScheduleRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var (key, text, _) in AnnotatedTexts.Find<ScheduleAttribute>(config))
        {
            rules.Warn([key], () => PastWarning(text, rules.Now));
        }

        foreach (var (key, text, _) in AnnotatedTexts.Find<CronAttribute>(config))
        {
            rules.Warn([key], () => PastWarning(text, rules.Now));
        }

        if (config.OffHours is { } offHours)
        {
            rules.Check(
                [Key(stack => stack.OffHours!.StartCron), Key(stack => stack.OffHours!.StopCron)],
                () => SameTimeProblem(offHours.StopCron, offHours.StartCron));
        }

        if (config.OffHours?.Database is { } database)
        {
            rules.Check(
                [Key(stack => stack.OffHours!.Database!.StartCron), Key(stack => stack.OffHours!.Database!.StopCron)],
                () => SameTimeProblem(database.StopCron, database.StartCron));
        }
    }

    // A warning only: a stack in which the schedule has already run must stay deployable.
    private static string? PastWarning(string text, DateTime now) => ScheduleExpression.IsOver(text, now)
        ? $"{text} is in the past and never runs again, and AWS refuses it in a new stack; remove it"
        : null;

    private static string? SameTimeProblem(string stopCron, string startCron) => WeeklyTimes.Coincide(stopCron, startCron)
        ? $"{startCron} runs at the same time as stopCron {stopCron}, so that either may win; choose different times"
        : null;
}
