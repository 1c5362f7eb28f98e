using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;

namespace Infra.Stack.Parts;

/// <summary>One thing the application may do in AWS.</summary>
internal sealed record PermissionConfig
{
    /// <summary>IAM actions.</summary>
    [MinLength(1)]
    [Unique]
    [Pattern("^[a-z0-9-]+:[A-Za-z0-9*?]+$", "an IAM action such as athena:StartQueryExecution")]
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>ARNs the actions apply to, or <c>*</c>. <c>${…}</c> names what the stack makes.</summary>
    [MinLength(1)]
    [Unique]
    [Pattern("^(\\*|arn:.+)$", "an ARN or *")]
    public required IReadOnlyList<string> Resources { get; init; }
}
