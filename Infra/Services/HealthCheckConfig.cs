using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Infra.Configuration.Binding;

namespace Infra.Services;

/// <summary>How the load balancer asks whether a task is well. The defaults find a new task well after 20 seconds.</summary>
internal sealed record HealthCheckConfig
{
    /// <summary>Path that answers when the application is well.</summary>
    [Pattern("^/[!-~]{0,1023}$", "a path such as /health")]
    public string Path { get; init; } = "/";

    /// <summary>Status codes that count as well, such as <c>200</c>, <c>200,302</c> or <c>200-399</c>.</summary>
    [Pattern("^[2-4][0-9][0-9]([,-][2-4][0-9][0-9])*$", "status codes from 200 to 499, such as 200, 200,302 or 200-399")]
    public string StatusCodes { get; init; } = "200";

    /// <summary>Seconds between two checks.</summary>
    [Range(5, 300)]
    [DerivedDefault("`10`, or one more than `timeoutSeconds` where that is longer")]
    public int? IntervalSeconds { get; init; }

    /// <summary>Seconds to wait for the answer; less than <c>intervalSeconds</c>.</summary>
    [Range(2, 120)]
    [DerivedDefault("`5`, or one less than `intervalSeconds` where that is shorter")]
    public int? TimeoutSeconds { get; init; }

    /// <summary>Good answers in a row that make a task well.</summary>
    [Range(2, 10)]
    public int HealthyThreshold { get; init; } = 2;

    /// <summary>Bad answers in a row that make it unwell.</summary>
    [Range(2, 10)]
    public int UnhealthyThreshold { get; init; } = 3;

    [JsonIgnore]
    public int EffectiveIntervalSeconds => IntervalSeconds ?? Math.Max(10, (TimeoutSeconds ?? 0) + 1);

    [JsonIgnore]
    public int EffectiveTimeoutSeconds => TimeoutSeconds ?? Math.Min(5, EffectiveIntervalSeconds - 1);
}
