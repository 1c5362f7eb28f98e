using Infra.Queueing;
using Infra.Tests.Support;

namespace Infra.Tests.Queueing;

public sealed class DeadLetterAlarmsTests
{
    // SQS stops reporting a queue that has been idle for six hours, so missing data must not end the alarm.
    [Fact]
    public void DeadLetters_ByDefault_AlarmOnTheFirstMessage() => Assert.Equal(
        ["dead-letters: AWS/SQS ApproximateNumberOfMessagesVisible Maximum GreaterThanThreshold 0, 1 of 1 x 60 s, missing ignore"],
        AlarmOutline.Of(DeadLetterAlarms.Plan(new AlarmsConfig())));

    [Fact]
    public void DeadLetters_SwitchedOff_HaveNoAlarm() => Assert.Empty(DeadLetterAlarms.Plan(new AlarmsConfig { DeadLetters = false }));
}
