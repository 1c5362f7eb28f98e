namespace Infra.Planning;

/// <summary>How often a metric is looked at, and how many of the latest periods must be bad.</summary>
internal sealed record AlarmTiming(int PeriodSeconds, int EvaluationPeriods, int DatapointsToAlarm)
{
    public static AlarmTiming AtOnce { get; } = new(PeriodSeconds: 60, EvaluationPeriods: 1, DatapointsToAlarm: 1);

    public static AlarmTiming InFiveMinutes { get; } = new(PeriodSeconds: 300, EvaluationPeriods: 1, DatapointsToAlarm: 1);

    /// <summary>Soon, since users notice; but one bad minute is not enough.</summary>
    public static AlarmTiming MostMinutes { get; } = new(PeriodSeconds: 60, EvaluationPeriods: 5, DatapointsToAlarm: 3);

    /// <summary>For a quarter of an hour: load that passes by itself needs nobody.</summary>
    public static AlarmTiming Lasting { get; } = new(PeriodSeconds: 300, EvaluationPeriods: 3, DatapointsToAlarm: 3);
}
