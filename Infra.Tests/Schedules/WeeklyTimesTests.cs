using Infra.Schedules;

namespace Infra.Tests.Schedules;

public sealed class WeeklyTimesTests
{
    [Theory]
    [InlineData("01:00-02:00", "sun:01:30-sun:02:30", true)]
    [InlineData("01:00-02:00", "sun:02:00-sun:03:00", false)]
    [InlineData("01:00-02:00", "sun:00:00-sun:01:00", false)]
    [InlineData("23:30-00:30", "mon:00:00-mon:00:30", true)]
    [InlineData("00:00-00:30", "sat:23:45-sun:00:15", true)]
    [InlineData("00:30-01:00", "sat:23:45-sun:00:30", false)]
    public void WindowsWithACommonMinute_Overlap(string daily, string weekly, bool overlap)
    {
        Assert.Equal(overlap, WeeklyTimes.Daily(daily).Overlap(WeeklyTimes.Weekly(weekly)));
        Assert.Equal(overlap, WeeklyTimes.Weekly(weekly).Overlap(WeeklyTimes.Daily(daily)));
    }

    [Theory]
    [InlineData("sat:12:00-sat:13:00", true)]     // stopped on Friday evening until Monday
    [InlineData("wed:12:00-wed:13:00", false)]
    [InlineData("wed:19:00-wed:20:00", true)]     // 20:00 in Berlin is 19:00 in winter
    [InlineData("tue:04:00-tue:04:30", true)]
    public void TimeBetweenStopAndStart_IsOff(string window, bool off) => Assert.Equal(
        off,
        WeeklyTimes.Between("cron(0 20 ? * MON-FRI *)", "cron(0 7 ? * MON-FRI *)", 60)!.Overlap(WeeklyTimes.Weekly(window)));

    [Fact]
    public void DaysOfTheMonth_AreNotWeekly() => Assert.Null(WeeklyTimes.Between("cron(0 20 1 * ? *)", "cron(0 7 ? * MON-FRI *)", 0));

    [Theory]
    [InlineData("cron(0 20 * * ? *)", "cron(0 20 ? * MON *)", true)]
    [InlineData("cron(0 20 1 * ? *)", "cron(0 20 1 * ? *)", true)]
    [InlineData("cron(0 8,20 * * ? *)", "cron(0 20 * * ? *)", true)]
    [InlineData("cron(0 20 ? * SAT *)", "cron(0 20 ? * MON *)", false)]
    public void CronsWithACommonMoment_Coincide(string cron, string other, bool coincide) => Assert.Equal(coincide, WeeklyTimes.Coincide(cron, other));
}
