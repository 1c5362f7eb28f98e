using Infra.Queueing;
using Infra.Tests.Support;

namespace Infra.Tests.Queueing;

public sealed class DeadLetterAlarmsTests
{
    // SQS stops reporting a queue that has been idle for six hours, so missing data must not end the alarm.
    [Fact]
    public void Alarm_ByDefault_GoesOffForTheFirstMessage() => Assert.Equal(
        ["dead-letters: AWS/SQS ApproximateNumberOfMessagesVisible Maximum GreaterThanThreshold 0, 1 of 1 x 60 s, missing ignore"],
        AlarmOutline.Of(DeadLetterAlarms.Plan(new AlarmsConfig())));

    [Fact]
    public void Alarm_TurnedOff_IsNotCreated() => Assert.Empty(DeadLetterAlarms.Plan(new AlarmsConfig { DeadLetters = false }));
}
