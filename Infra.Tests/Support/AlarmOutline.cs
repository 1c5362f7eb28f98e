namespace Infra.Tests.Support;

/// <summary>A line of text for each alarm.</summary>
internal static class AlarmOutline
{
    public static IEnumerable<string> Of(IEnumerable<AlarmSpec> alarms) => alarms.Select(alarm => FormattableString.Invariant(
        $"{alarm.Key}: {alarm.Namespace} {alarm.Metric} {alarm.Statistic}{Whole(alarm)} {alarm.Comparison} {alarm.Threshold}, {Timing(alarm)}, missing {alarm.MissingData}"));

    private static string Whole(AlarmSpec alarm) => alarm.PercentOf is null ? "" : $" of {alarm.PercentOf}";

    private static string Timing(AlarmSpec alarm) => FormattableString.Invariant(
        $"{alarm.Timing.DatapointsToAlarm} of {alarm.Timing.EvaluationPeriods} x {alarm.Timing.PeriodSeconds} s");
}
