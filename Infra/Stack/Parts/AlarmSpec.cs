using Pulumi;

namespace Infra.Stack.Parts;

/// <summary>An alarm on a metric of something; the dimensions say of what.</summary>
internal sealed record AlarmSpec
{
    /// <summary>The metric in words; the end of the alarm's name.</summary>
    public required string Key { get; init; }

    /// <summary>The problem in a sentence, for the mail.</summary>
    public required string Description { get; init; }

    public required string Namespace { get; init; }

    public required string Metric { get; init; }

    /// <summary>Such as "Sum", or "p95" for a percentile.</summary>
    public required string Statistic { get; init; }

    /// <summary>The metric of the same thing of which <see cref="Metric"/> is a part; the threshold is in percent then.</summary>
    public string? PercentOf { get; init; }

    public required AlarmTiming Timing { get; init; }

    public required double Threshold { get; init; }

    public string Comparison { get; init; } = "GreaterThanThreshold";

    /// <summary>The meaning of missing data: by default that nothing happened, as without requests or running tasks.</summary>
    public string MissingData { get; init; } = "notBreaching";

    /// <summary>Whether it tells a bad version from a good one, so that a deployment may be rolled back for it.</summary>
    public bool TriggersRollback { get; init; }

    public bool IsPercentile => Statistic.StartsWith('p');

    /// <summary>The alarm, if its threshold is one.</summary>
    public static IEnumerable<AlarmSpec> When(bool isWatched, AlarmSpec alarm) => isWatched ? [alarm] : [];

    /// <summary>A description with numbers as AWS shows them, whatever the culture.</summary>
    public static string Text(FormattableString text) => FormattableString.Invariant(text);
}

/// <summary>The period of a metric, and the number of the latest periods that must be bad.</summary>
internal sealed record AlarmTiming(int PeriodSeconds, int EvaluationPeriods, int DatapointsToAlarm)
{
    public static AlarmTiming AtOnce { get; } = new(PeriodSeconds: 60, EvaluationPeriods: 1, DatapointsToAlarm: 1);

    public static AlarmTiming InFiveMinutes { get; } = new(PeriodSeconds: 300, EvaluationPeriods: 1, DatapointsToAlarm: 1);

    /// <summary>Soon, since users notice; but one bad minute is not enough.</summary>
    public static AlarmTiming MostMinutes { get; } = new(PeriodSeconds: 60, EvaluationPeriods: 5, DatapointsToAlarm: 3);

    /// <summary>For a quarter of an hour: load that passes by itself needs nobody.</summary>
    public static AlarmTiming Lasting { get; } = new(PeriodSeconds: 300, EvaluationPeriods: 3, DatapointsToAlarm: 3);
}

/// <summary>A resource with alarms.</summary>
/// <param name="Name">The end of their component's name, such as <c>database</c>.</param>
/// <param name="Alarms">The alarms.</param>
/// <param name="Dimensions">The dimensions of its metrics.</param>
internal sealed record AlarmSubject(string Name, IReadOnlyList<AlarmSpec> Alarms, IReadOnlyDictionary<string, Output<string>> Dimensions);
