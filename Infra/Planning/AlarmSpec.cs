namespace Infra.Planning;

/// <summary>An alarm on a metric of something; the dimensions say of what.</summary>
internal sealed record AlarmSpec
{
    /// <summary>What it watches; stands at the end of its name.</summary>
    public required string Key { get; init; }

    /// <summary>What is the matter when it alarms; stands in the mail.</summary>
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

    /// <summary>What no data means: by default that nothing happened, as when nobody asks or nothing runs.</summary>
    public string MissingData { get; init; } = "notBreaching";

    /// <summary>Whether it tells a bad version from a good one, so that a deployment may be rolled back for it.</summary>
    public bool JudgesDeployments { get; init; }

    public bool IsPercentile => Statistic.StartsWith('p');
}
