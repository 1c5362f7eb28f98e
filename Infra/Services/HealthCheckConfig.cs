using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Infra.Configuration.Binding;

namespace Infra.Services;

/// <summary>Health checks of the load balancer. With the defaults a new task is healthy after 20 seconds.</summary>
internal sealed record HealthCheckConfig
{
    /// <summary>Path that the load balancer requests.</summary>
    [Pattern("^/[!-~]{0,1023}$", "a path such as /health")]
    public string Path { get; init; } = "/";

    /// <summary>Status codes of a healthy task, such as <c>200</c>, <c>200,302</c> or <c>200-399</c>.</summary>
    [Pattern("^[2-4][0-9][0-9]([,-][2-4][0-9][0-9])*$", "status codes from 200 to 499, such as 200, 200,302 or 200-399")]
    public string StatusCodes { get; init; } = "200";

    /// <summary>Seconds between two checks.</summary>
    [Range(5, 300)]
    [DerivedDefault("`10`, or one more than `timeoutSeconds` if that is longer")]
    public int? IntervalSeconds { get; init; }

    /// <summary>Seconds to wait for a response; less than <c>intervalSeconds</c>.</summary>
    [Range(2, 120)]
    [DerivedDefault("`5`, or one less than `intervalSeconds` if that is shorter")]
    public int? TimeoutSeconds { get; init; }

    /// <summary>Consecutive successes that make a task healthy.</summary>
    [Range(2, 10)]
    public int HealthyThreshold { get; init; } = 2;

    /// <summary>Consecutive failures that make a task unhealthy.</summary>
    [Range(2, 10)]
    public int UnhealthyThreshold { get; init; } = 3;

    [JsonIgnore]
    public int EffectiveIntervalSeconds => IntervalSeconds ?? Math.Max(10, (TimeoutSeconds ?? 0) + 1);

    [JsonIgnore]
    public int EffectiveTimeoutSeconds => TimeoutSeconds ?? Math.Min(5, EffectiveIntervalSeconds - 1);
}
