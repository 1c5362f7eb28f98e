using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;

namespace Infra.Services;

// https://docs.aws.amazon.com/autoscaling/application/APIReference/API_CustomizedMetricSpecification.html
/// <summary>Target tracking of a CloudWatch metric that falls as tasks are added, such as sessions per task.</summary>
internal sealed record TrackedMetricConfig
{
    /// <summary>Namespace of the metric, such as <c>Shop/Sessions</c> or <c>AWS/SQS</c>.</summary>
    [Pattern("[!-9;-~][ -~]{0,254}", "up to 255 ASCII characters, no colon first")]
    public required string Namespace { get; init; }

    /// <summary>Name of the metric.</summary>
    [Pattern("[ -~]{1,255}", "up to 255 ASCII characters")]
    public required string MetricName { get; init; }

    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Dimension.html
    /// <summary>All dimensions that the metric is published with; CloudWatch treats another set of dimensions as another metric.</summary>
    [Keys("[!-9;-~][ -~]{0,254}", "up to 255 ASCII characters, no colon first")]
    public IReadOnlyDictionary<string, string> Dimensions { get; init; } = new Dictionary<string, string>();

    /// <summary>Statistic over a minute.</summary>
    public MetricStatistic Statistic { get; init; } = MetricStatistic.Average;

    /// <summary>Target value; tasks are added above it and removed below it.</summary>
    [Range(0.001, 1_000_000_000)]
    public required double TargetValue { get; init; }
}

/// <summary>CloudWatch statistic.</summary>
internal enum MetricStatistic
{
    /// <summary>the average</summary>
    Average,

    /// <summary>the lowest value</summary>
    Minimum,

    /// <summary>the highest value</summary>
    Maximum,

    /// <summary>the sum</summary>
    Sum,

    /// <summary>the number of data points</summary>
    SampleCount,
}
