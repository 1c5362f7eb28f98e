using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;

namespace Infra.Monitoring;

/// <summary>Mail about alarms, tasks that stopped with an error, and deployments that failed.</summary>
internal sealed record NotificationsConfig
{
    /// <summary>Who gets it. AWS asks each address to confirm first.</summary>
    [MinLength(1)]
    [Unique]
    [Pattern("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", "a mail address such as ops@example.com")]
    public required IReadOnlyList<string> Emails { get; init; }
}
