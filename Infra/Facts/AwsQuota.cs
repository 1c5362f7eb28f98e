namespace Infra.Facts;

/// <summary>A service quota.</summary>
/// <param name="Default">The value in accounts without an increase.</param>
/// <param name="Per">What it limits, such as "a service".</param>
/// <param name="Source">The URL of the documentation.</param>
internal sealed record AwsQuota(int Default, string Per, string Source)
{
    /// <summary>The name of an adjustable quota in Service Quotas; null if it is not adjustable.</summary>
    public string? QuotaName { get; init; }

    /// <summary>The highest value that AWS grants; null if it is unknown.</summary>
    public int? Maximum { get; init; }

    /// <summary>The value that no account can exceed.</summary>
    public int HardLimit => QuotaName is null ? Default : Maximum ?? int.MaxValue;
}
