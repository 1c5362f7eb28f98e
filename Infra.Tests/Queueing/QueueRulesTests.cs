using Infra.Tests.Support;

namespace Infra.Tests.Queueing;

public sealed class QueueRulesTests
{
    [Theory]
    [InlineData("""{"retentionDays":14,"deadLetterRetentionDays":14}""", null)]
    [InlineData("""{"retentionDays":4,"deadLetterRetentionDays":3,"fifo":true}""", null)]
    [InlineData("""{"deadLetterRetentionDays":3}""",
        "app:queues.work.deadLetterRetentionDays: 3 is less than retentionDays 4: an old message would expire as soon as it reaches the dead-letter queue")]
    public void DeadLetterRetention_ShorterThanTheQueues_IsRefused(string work, string? problem) =>
        Assert.Equal(problem is null ? [] : new[] { problem }, Problems.Of(("queues", $$"""{"work":{{work}}}""")));
}
