namespace Infra.Configuration;

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
