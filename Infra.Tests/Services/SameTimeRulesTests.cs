using Infra.Tests.Support;

namespace Infra.Tests.Services;

public sealed class SameTimeRulesTests
{
    [Theory]
    [InlineData("cron(0 22 ? * mon-fri *)", "UTC", "refused: app:service.scaling.schedules.late: sets limits at the same time as early; keep one")]
    [InlineData("cron(0 22 ? * MON-FRI *)", "Europe/Berlin", null)]
    [InlineData("cron(0 23 ? * MON-FRI *)", "UTC", null)]
    public void Limits_AtTheSameTime_AreRefused(string expression, string timeZone, string? answer) => Assert.Equal(
        Answers.Expected(answer),
        Answers.Of(("service", $$"""
            {"scaling":{"minimumTasks":1,"maximumTasks":4,"schedules":{
              "early":{"expression":"cron(0 22 ? * MON-FRI *)","minimumTasks":1,"maximumTasks":1},
              "late":{"expression":"{{expression}}","timeZone":"{{timeZone}}","minimumTasks":2,"maximumTasks":2}
            } } }
            """)));
}
