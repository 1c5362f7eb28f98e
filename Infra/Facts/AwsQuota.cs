namespace Infra.Facts;

/// <summary>A number beyond which AWS refuses.</summary>
/// <param name="Most">What every account has.</param>
/// <param name="Each">What it is counted for: "a service", "a security group and address family".</param>
/// <param name="Source">Where this is written.</param>
internal sealed record AwsQuota(int Most, string Each, string Source)
{
    /// <summary>What Service Quotas calls it, where AWS raises it on request.</summary>
    public string? RaisedAs { get; init; }

    /// <summary>The most to which AWS raises it; null where that is not known.</summary>
    public int? Ceiling { get; init; }

    /// <summary>Beyond this no account can go.</summary>
    public int Limit => RaisedAs is null ? Most : Ceiling ?? int.MaxValue;
}
