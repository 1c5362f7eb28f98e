using Infra.Tests.Support;

namespace Infra.Tests.Jobs;

public sealed class JobQueueRulesTests
{
    private const string Import = "\"import\":{\"event\":{\"queue\":\"imports\"}}";

    [Fact]
    public void Queue_SentToByAnotherTask_IsAccepted() =>
        Assert.Empty(ProblemsOf($"{{{Import}}}", ("service", """{"queues":{"imports":"send"}}""")));

    [Fact]
    public void Queue_ThatTheStackDoesNotHave_IsRefused() => Assert.Equal(
        ["app:jobs.import.event.queue: import is not in app:queues; did you mean imports?"],
        ProblemsOf("""{"import":{"event":{"queue":"import"}}}"""));

    [Fact]
    public void Queue_ReceivedByAnotherTask_IsRefused() => Assert.Equal(
        ["app:jobs.import.event.queue: imports is also received by service, which would take messages away from the job; remove service.queues.imports"],
        ProblemsOf($"{{{Import}}}", ("service", """{"queues":{"imports":"receive"}}""")));

    [Fact]
    public void Queue_ReceivedByTheJobItself_IsRefused() => Assert.Equal(
        ["app:jobs.import.event.queue: imports is also received by jobs.import, which would take messages away from the job; remove jobs.import.queues.imports"],
        ProblemsOf("""{"import":{"event":{"queue":"imports"},"queues":{"imports":"sendReceive"}}}"""));

    [Fact]
    public void Queue_ThatStartsTwoJobs_IsRefused() => Assert.Equal(
        ["app:jobs.import.event.queue: imports also starts jobs.other, but each message would start only one of them; use a queue for each job"],
        ProblemsOf($"{{{Import},\"other\":{{\"event\":{{\"queue\":\"imports\"}}}}}}"));

    private static IReadOnlyList<string> ProblemsOf(string jobs, params (string Key, string Json)[] changes) =>
        Problems.Of([("queues", """{"imports":{}}"""), ("jobs", jobs), .. changes]);
}
