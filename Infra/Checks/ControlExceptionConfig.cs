using System.Globalization;
using Infra.Configuration.Binding;

namespace Infra.Checks;

/// <summary>A finding of <c>sandbox check</c> that the team accepts. It changes no resource.</summary>
internal sealed record ControlExceptionConfig
{
    private const string ControlPattern = @"^([A-Z][A-Za-z0-9]*\.[1-9][0-9]*|[A-Z]+[0-9]{2}-BP[0-9]{2})$";

    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>ID of the control in AWS Security Hub, such as <c>ELB.5</c>, or of the best practice in the AWS Well-Architected Framework, such as <c>SEC03-BP02</c>.</summary>
    [Pattern(ControlPattern, "the ID of a control such as ELB.5, or of a best practice such as SEC03-BP02")]
    public required string Control { get; init; }

    /// <summary>Accept only findings of this key and the keys inside it, such as <c>app:services.admin</c>. By default those of all keys are accepted.</summary>
    [Pattern("^[A-Za-z][A-Za-z0-9_-]*:[A-Za-z].*$", "a key of the stack file such as app:services.admin")]
    public string? Key { get; init; }

    /// <summary>Why the finding is accepted. Without it, the exception is a finding itself.</summary>
    public string? Reason { get; init; }

    /// <summary>The last day of the exception, in quotes: <c>"2027-03-01"</c>. Without it, and after that day, the exception is a finding itself.</summary>
    [Pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "a date such as 2027-03-01")]
    public string? Until { get; init; }

    /// <summary>The last day; null if there is none, or the date does not exist.</summary>
    public DateOnly? LastDay =>
        DateOnly.TryParseExact(Until, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
