using Infra.Tests.Support;

namespace Infra.Tests.Jobs;

public sealed class JobQueueRulesTests
{
    private const string Import = "\"import\":{\"event\":{\"queue\":\"imports\"}}";

    [Fact]
    public void QueueOfAJob_MayBeSentToByTasks() =>
        Assert.Empty(Of($"{{{Import}}}", ("service", """{"queues":{"imports":"send"}}""")));

    [Fact]
    public void QueueOfAJob_MustExist() => Assert.Equal(
        ["app:jobs.import.event.queue: import is not in app:queues; did you mean imports?"],
        Of("""{"import":{"event":{"queue":"import"}}}"""));

    [Fact]
    public void QueueOfAJob_HasNoOtherReader() => Assert.Equal(
        ["app:jobs.import.event.queue: imports is received by service too, which would take messages away from the job; take service.queues.imports out"],
        Of($"{{{Import}}}", ("service", """{"queues":{"imports":"receive"}}""")));

    [Fact]
    public void QueueOfAJob_IsNotReceivedByTheJobItself() => Assert.Equal(
        ["app:jobs.import.event.queue: imports is received by jobs.import too, which would take messages away from the job; take jobs.import.queues.imports out"],
        Of("""{"import":{"event":{"queue":"imports"},"queues":{"imports":"sendReceive"}}}"""));

    [Fact]
    public void Queue_StartsOneJob() => Assert.Equal(
        ["app:jobs.import.event.queue: imports starts jobs.other too, and each message would start one of them only; give each a queue"],
        Of($"{{{Import},\"other\":{{\"event\":{{\"queue\":\"imports\"}}}}}}"));

    private static IReadOnlyList<string> Of(string jobs, params (string Key, string Json)[] changes) =>
        Problems.Of([("queues", """{"imports":{}}"""), ("jobs", jobs), .. changes]);
}
