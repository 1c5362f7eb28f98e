namespace Infra.Configuration;

/// <summary>The shapes of times that more than one block asks for.
/// https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html</summary>
internal static class ScheduleExpressions
{
    // Minutes, hours, day of month, month, day of week and year; one of the two days must be left open.
    public const string Cron = $"^{CronBody}$";

    public const string CronMeaning = "a cron expression such as cron(0 20 ? * MON-FRI *), with ? for one of the two days";

    public const string Any =
        $"^({CronBody}|rate\\([1-9][0-9]* (minute|hour|day)s?\\)|at\\([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}\\))$";

    public const string AnyMeaning =
        "an expression such as cron(0 22 * * ? *), with ? for one of the two days, rate(15 minutes) or at(2030-01-31T08:00:00)";

    public const string TimeZone = "^(UTC|[A-Z][A-Za-z]+(/[A-Z][A-Za-z0-9_+-]*){1,2})$";

    public const string TimeZoneMeaning = "a time zone such as Europe/Berlin or UTC";

    private const string CronBody = "cron\\([^ ()]+ [^ ()]+ (\\? [^ ()]+ [^ ()?]+|[^ ()?]+ [^ ()]+ \\?) [^ ()]+\\)";
}
