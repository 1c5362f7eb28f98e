using Infra.Configuration.Binding;

namespace Infra.Schedules;

/// <summary>The text is a schedule expression of AWS: cron, rate or at.</summary>
internal sealed class ScheduleAttribute() : TextRuleAttribute(
    "an expression such as cron(0 22 * * ? *), with ? for one of the two days, rate(15 minutes) or at(2030-01-31T08:00:00)")
{
    public override string Pattern =>
        $@"^({CronAttribute.Form}|rate\((1 (minute|hour|day)|([2-9]|[1-9][0-9]{{1,8}}) (minutes|hours|days))\)|at\([0-9]{{4}}(-[0-9]{{2}}){{2}}T[0-9]{{2}}(:[0-9]{{2}}){{2}}\))$";

    public override bool Accepts(string text) => ProblemOf(text) is null;

    public override string? ProblemOf(string text) => ScheduleExpression.Problem(text);
}

/// <summary>The text is a cron expression of AWS.</summary>
internal sealed class CronAttribute() : TextRuleAttribute("a cron expression such as cron(0 20 ? * MON-FRI *), with ? for one of the two days")
{
    /// <summary>Six fields, for editors.</summary>
    public const string Form = @"cron\(\s*\S+(\s+\S+){5}\s*\)";

    public override string Pattern => $"^{Form}$";

    public override bool Accepts(string text) => ProblemOf(text) is null;

    public override string? ProblemOf(string text) => ScheduleExpression.CronProblem(text);
}

/// <summary>The text is a name of the IANA time zone database.</summary>
internal sealed class TimeZoneAttribute() : TextRuleAttribute("a time zone such as Europe/Berlin or UTC")
{
    public override IReadOnlyCollection<string> Values => [.. TimeZones.Names];

    public override bool Accepts(string text) => TimeZones.Names.Contains(text);

    public override string? ProblemOf(string text) => Accepts(text)
        ? null
        : text.Contains('/', StringComparison.Ordinal) && Suggestion.ForTypo(text, TimeZones.Names) is { } meant
            ? $"is not a time zone; did you mean {meant}?"
            : $"is not a time zone; use {Description}";
}
