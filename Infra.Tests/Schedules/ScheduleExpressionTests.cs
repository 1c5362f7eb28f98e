using Infra.Schedules;

namespace Infra.Tests.Schedules;

/// <summary>The examples of AWS's own pages, which are accepted, and what people write instead.</summary>
public sealed class ScheduleExpressionTests
{
    private const string Days = "needs ? for exactly one of day of month and day of week, the third and the fifth field";

    [Theory]
    // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
    [InlineData("cron(0 10 * * ? *)")]
    [InlineData("cron(15 12 * * ? *)")]
    [InlineData("cron(0 18 ? * MON-FRI *)")]
    [InlineData("cron(0 8 1 * ? *)")]
    [InlineData("cron(0/15 * * * ? *)")]
    [InlineData("cron(0/10 * ? * MON-FRI *)")]
    [InlineData("cron(0/5 8-17 ? * MON-FRI *)")]
    [InlineData("cron(0 9 ? * 2#1 *)")]
    [InlineData("cron(0/30 20-23 ? * MON-FRI *)")]
    [InlineData("cron(0/30 0-2 ? * MON-FRI *)")]
    [InlineData("cron(0 0/2 * * ? *)")]
    // https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
    [InlineData("cron(15 10 ? * 6L 2022-2023)")]
    [InlineData("cron(0 12 ? * 3#2 *)")]
    [InlineData("cron(0 8 3W * ? *)")]
    [InlineData("cron(0 0 L * ? *)")]
    [InlineData("cron(0 0 ? * L *)")]
    // https://docs.aws.amazon.com/autoscaling/application/userguide/scheduled-scaling-using-cron-expressions.html
    [InlineData("cron(30 6 ? * MON *)")]
    [InlineData("cron(0 12 * * ? 2030)")]
    // and what else the fields may hold
    [InlineData("cron(0 0 LW * ? *)")]
    [InlineData("cron(0 0 L-3 * ? *)")]
    [InlineData("cron(0 0 31 JAN,mar,12 ? *)")]
    [InlineData("cron(0 0 29 2 ? *)")]
    [InlineData("cron(0 0 29 2 ? 2028)")]
    [InlineData("cron(0-15/1 8-8 ? * 2,3,4,5,6,7 *)")]
    [InlineData("cron(59 23 31 12 ? 2199)")]
    [InlineData("cron(0 0 1/10 1/3 ? 2030/2)")]
    [InlineData("cron(0 9 ? * FRI#5 *)")]
    [InlineData("cron(0 9 ? * FRIL *)")]
    [InlineData("cron(*/20 * ? * SUN,7 1970-2199)")]
    [InlineData("rate(1 minute)")]
    [InlineData("rate(5 minutes)")]
    [InlineData("rate(1 hour)")]
    [InlineData("rate(12 hours)")]
    [InlineData("rate(1 day)")]
    [InlineData("rate(7 days)")]
    [InlineData("at(2030-01-31T08:00:00)")]
    [InlineData("at(2032-02-29T23:59:59)")]
    [InlineData("at(2022-11-20T13:00:00)")]
    public void Expression_OfTheDialect_IsAccepted(string expression) => Assert.Null(ScheduleExpression.Problem(expression));

    [Theory]
    [InlineData("0 22 * * ? *", "is none of cron(0 22 * * ? *), rate(15 minutes) and at(2030-01-31T08:00:00)")]
    [InlineData("daily", "is none of cron(0 22 * * ? *), rate(15 minutes) and at(2030-01-31T08:00:00)")]
    [InlineData("cron(0 22 * * *)", "has 5 fields, not the 6 that AWS wants: minutes, hours, day of month, month, day of week and year")]
    [InlineData("cron(0 0 22 * * ? *)", "has 7 fields, not the 6 that AWS wants: minutes, hours, day of month, month, day of week and year")]
    [InlineData("cron()", "has 0 fields, not the 6 that AWS wants: minutes, hours, day of month, month, day of week and year")]
    [InlineData("cron(0 22 * * * *)", Days)]
    [InlineData("cron(0 22 ? * ? *)", Days)]
    [InlineData("cron(0 22 1 * MON *)", Days)]
    [InlineData("cron(0 25 * * ? *)", "is wrong: hours \"25\" is not valid; use 0 to 23")]
    [InlineData("cron(60 5 * * ? *)", "is wrong: minutes \"60\" is not valid; use 0 to 59")]
    [InlineData("cron(-5 5 * * ? *)", "is wrong: minutes \"-5\" is not valid; use 0 to 59")]
    [InlineData("cron(0 5 0 * ? *)", "is wrong: day of month \"0\" is not valid; use 1 to 31")]
    [InlineData("cron(0 5 32 * ? *)", "is wrong: day of month \"32\" is not valid; use 1 to 31")]
    [InlineData("cron(0 5 32W * ? *)", "is wrong: day of month \"32W\" is not valid; use 1 to 31")]
    [InlineData("cron(0 5 L-31 * ? *)", "is wrong: day of month \"L-31\" counts 1 to 30 days from the last one")]
    [InlineData("cron(0 5 * 13 ? *)", "is wrong: month \"13\" is not valid; use 1 to 12 or JAN to DEC")]
    [InlineData("cron(0 5 * JUNE ? *)", "is wrong: month \"JUNE\" is not valid; use 1 to 12 or JAN to DEC")]
    [InlineData("cron(0 5 ? * 0 *)", "is wrong: day of week \"0\" is not valid; use 1 to 7 or SUN to SAT")]
    [InlineData("cron(0 5 ? * 0-4 *)", "is wrong: day of week \"0-4\" is not valid; use 1 to 7 or SUN to SAT")]
    [InlineData("cron(0 5 ? * MONDAY *)", "is wrong: day of week \"MONDAY\" is not valid; use 1 to 7 or SUN to SAT")]
    [InlineData("cron(0 5 ? * 8L *)", "is wrong: day of week \"8L\" is not valid; use 1 to 7 or SUN to SAT")]
    [InlineData("cron(0 5 ? * 2#6 *)", "is wrong: day of week \"2#6\" needs 1 to 5 behind #, for the first to the fifth in a month")]
    [InlineData("cron(0 5 ? * 2/2 *)", "is wrong: day of week \"2/2\" has a step, which the day of week cannot have; list the days")]
    [InlineData("cron(0 5 ? * FRI-MON *)", "is wrong: day of week \"FRI-MON\" runs backwards; write FRI-7,1-MON")]
    [InlineData("cron(0 22-6 * * ? *)", "is wrong: hours \"22-6\" runs backwards; write 22-23,0-6")]
    [InlineData("cron(0/0 * * * ? *)", "is wrong: minutes \"0/0\" needs a step of 1 to 59 behind the slash")]
    [InlineData("cron(0/90 * * * ? *)", "is wrong: minutes \"0/90\" needs a step of 1 to 59 behind the slash")]
    [InlineData("cron(/5 * * * ? *)", "is wrong: minutes \"/5\" is no step; use one such as 0/15")]
    [InlineData("cron(1,,2 * * * ? *)", "is wrong: minutes \"\" is empty; use 0 to 59")]
    [InlineData("cron(1-2-3 * * * ? *)", "is wrong: minutes \"1-2-3\" is no range; use one such as 0-4")]
    [InlineData("cron(? 5 * * ? *)", "is wrong: minutes \"?\" is for the two days only")]
    [InlineData("cron(0 L * * ? *)", "is wrong: hours \"L\" is not valid; use 0 to 23")]
    [InlineData("cron(0 5 * * ? 1969)", "is wrong: year \"1969\" is not valid; use 1970 to 2199")]
    [InlineData("cron(0 5 * * ? 2200)", "is wrong: year \"2200\" is not valid; use 1970 to 2199")]
    [InlineData("cron(0 5 31 2 ? *)", "names a date that never comes: day 31 of month 2")]
    [InlineData("cron(0 5 31 FEB,APR-APR ? *)", "names a date that never comes: day 31 of month FEB,APR-APR")]
    [InlineData("cron(0 5 29 2 ? 2030)", "names a date that never comes: day 29 of month 2")]
    [InlineData("rate(1 minutes)", "says \"1 minutes\"; AWS wants 1 minute")]
    [InlineData("rate(5 minute)", "says \"5 minute\"; AWS wants 5 minutes")]
    [InlineData("rate(0 minutes)", "is no rate; use one such as rate(15 minutes), rate(1 hour) or rate(7 days)")]
    [InlineData("rate(5 seconds)", "is no rate; use one such as rate(15 minutes), rate(1 hour) or rate(7 days)")]
    [InlineData("rate(1.5 hours)", "is no rate; use one such as rate(15 minutes), rate(1 hour) or rate(7 days)")]
    [InlineData("rate(5m)", "is no rate; use one such as rate(15 minutes), rate(1 hour) or rate(7 days)")]
    [InlineData("at(2030-01-31 08:00)", "names a time that does not exist; use one such as at(2030-01-31T08:00:00)")]
    [InlineData("at(2030-02-30T08:00:00)", "names a time that does not exist; use one such as at(2030-01-31T08:00:00)")]
    [InlineData("at(2030-01-31T08:00:00Z)", "names a time that does not exist; use one such as at(2030-01-31T08:00:00)")]
    public void Expression_OfNoDialect_IsRefusedWithWhatToWrite(string expression, string problem) =>
        Assert.Equal(problem, ScheduleExpression.Problem(expression));

    [Theory]
    [InlineData("at(2026-11-26T12:00:00)", "2026-11-27T03:00:00", true)]
    [InlineData("at(2026-11-26T12:00:00)", "2026-11-27T01:00:00", false)] // not yet in every time zone
    [InlineData("cron(0 5 1 1 ? 2024,2025)", "2026-11-26T00:00:00", true)]
    [InlineData("cron(0 5 1 1 ? 2024-2026)", "2026-11-26T00:00:00", false)]
    [InlineData("cron(0 5 * * ? *)", "2026-11-26T00:00:00", false)]
    [InlineData("rate(1 day)", "2026-11-26T00:00:00", false)]
    public void Expression_WhoseTimesAreAllPast_IsOver(string expression, string now, bool over) =>
        Assert.Equal(over, ScheduleExpression.IsOver(expression, DateTime.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));
}
