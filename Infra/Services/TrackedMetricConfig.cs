using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;

namespace Infra.Services;

// https://docs.aws.amazon.com/autoscaling/application/APIReference/API_CustomizedMetricSpecification.html
/// <summary>A metric of CloudWatch that falls as tasks are added, such as the sessions of a task, and the value near which it is kept.</summary>
internal sealed record TrackedMetricConfig
{
    /// <summary>Where the metric is, such as <c>Shop/Sessions</c> or <c>AWS/SQS</c>.</summary>
    [Pattern("[!-9;-~][ -~]{0,254}", "up to 255 ASCII characters, no colon first")]
    public required string Namespace { get; init; }

    /// <summary>What the metric is called there.</summary>
    [Pattern("[ -~]{1,255}", "up to 255 ASCII characters")]
    public required string MetricName { get; init; }

    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Dimension.html
    /// <summary>The dimensions that it is published with, all of them: CloudWatch takes a metric with one more or one fewer for another.</summary>
    [Keys("[!-9;-~][ -~]{0,254}", "up to 255 ASCII characters, no colon first")]
    public IReadOnlyDictionary<string, string> Dimensions { get; init; } = new Dictionary<string, string>();

    /// <summary>What counts of the values of a minute.</summary>
    public MetricStatistic Statistic { get; init; } = MetricStatistic.Average;

    /// <summary>The value to keep: more adds tasks, less takes some away.</summary>
    [Range(0.001, 1_000_000_000)]
    public required double TargetValue { get; init; }
}

/// <summary>How CloudWatch makes one value of several.</summary>
internal enum MetricStatistic
{
    /// <summary>their average</summary>
    Average,

    /// <summary>the least of them</summary>
    Minimum,

    /// <summary>the greatest of them</summary>
    Maximum,

    /// <summary>all of them together</summary>
    Sum,

    /// <summary>how many there are</summary>
    SampleCount,
}
