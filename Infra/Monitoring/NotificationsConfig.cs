using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;

namespace Infra.Monitoring;

/// <summary>Email about alarms, tasks that stopped with an error, and failed deployments.</summary>
internal sealed record NotificationsConfig
{
    /// <summary>Email addresses. SNS sends each one a confirmation request first.</summary>
    [MinLength(1)]
    [Unique]
    [Pattern("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", "an email address such as ops@example.com")]
    public required IReadOnlyList<string> Emails { get; init; }
}
