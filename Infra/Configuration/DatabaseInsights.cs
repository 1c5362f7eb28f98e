namespace Infra.Configuration;

/// <summary>How much CloudWatch Database Insights records.</summary>
internal enum DatabaseInsights
{
    /// <summary>nothing</summary>
    None,

    /// <summary>7 days, free</summary>
    Standard,

    /// <summary>15 months, paid per vCPU</summary>
    Advanced,
}
