using Infra.Tests.Support;

namespace Infra.Tests.Jobs;

public sealed class JobRulesTests
{
    private const string Always = "${aws.region}, ${aws.accountId}, ${cluster.name}, ${service.name}, ${service.arn}, ${service.host} or ${service.url}";

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"image":"report:1","schedule":{"expression":"rate(1 day)"},"event":{"pattern":"{\"source\":[\"aws.ecr\"]}"}}""")]
    [InlineData("""{"restartPolicy":{"ignoredExitCodes":[0]}}""")]
    public void Job_Valid_IsAccepted(string job) => Assert.Empty(ProblemsOf(job));

    [Theory]
    [InlineData("""{"event":{"bucket":"uploads"}}""", "event.bucket: uploads is not in app:buckets, which is empty")]
    [InlineData("""{"event":{}}""", "event: needs exactly one of bucket, queue and pattern")]
    [InlineData("""{"restartPolicy":{"ignoredExitCodes":[1]}}""",
        "restartPolicy: needs 0 in ignoredExitCodes: otherwise a job that has succeeded is restarted")]
    [InlineData("""{"memoryMiB":3000}""", "memoryMiB: 3000 is not valid with cpuUnits 256; use 512, 1024 or 2048")]
    [InlineData("""{"image":"Report"}""", "image: \"Report\" is not an image; use one such as nginx:1.29 or registry.example.com/team/app@sha256:…")]
    [InlineData("""{"environment":{"X":"${regoin}"}}""", "environment.X: ${regoin} is unknown; use " + Always)]
    public void Job_Invalid_IsRefused(string job, string problem) => Assert.Equal([$"app:jobs.report.{problem}"], ProblemsOf(job));

    [Theory]
    [InlineData("""{"event":{"bucket":"uploads"},"environment":{"BUCKET":"mine","EVENT_ID":"7"}}""", "environment.BUCKET")]
    [InlineData("""{"event":{"bucket":"uploads"},"secrets":{"OBJECT_KEY":{"ssmParameter":"/shop/key"}}}""", "secrets.OBJECT_KEY")]
    [InlineData("""{"event":{"pattern":"{\"source\":[\"aws.ecr\"]}"},"environment":{"BUCKET":"mine","EVENT_TIME":"now"}}""", "environment.EVENT_TIME")]
    [InlineData("""{"event":{"queue":"imports"},"environment":{"MESSAGE_BODY":"mine","BUCKET":"mine"}}""", "environment.MESSAGE_BODY")]
    public void Variable_ThatTheEventSets_IsRefused(string job, string key) => Assert.Equal(
        [$"app:jobs.report.{key}: is set by the event that starts the job; use another name"],
        ProblemsOf(job, ("buckets", """{"uploads":{"versioning":false,"deleteWithContents":true}}"""), ("queues", """{"imports":{}}""")));

    [Fact]
    public void Variable_WithoutAnEvent_IsAccepted() => Assert.Empty(ProblemsOf("""{"environment":{"BUCKET":"mine","EVENT_ID":"7"}}"""));

    [Theory]
    [InlineData("Shop", "\"Shop\" is not an image; use one such as nginx:1.29 or registry.example.com/team/app@sha256:…")]
    [InlineData("${repository.app}:1", "${repository.app} has no value: this stack has no repositories; add app:repositories or remove it")]
    [InlineData("${repository.app}/web:1", "\"${repository.app}/web:1\" is not an image; use one such as nginx:1.29 or registry.example.com/team/app@sha256:…")]
    public void Image_SharedByServiceAndJob_IsReportedOnce(string image, string problem) =>
        Assert.Equal([$"app:service.image: {problem}"], ProblemsOf("{}", ("service", $$"""{"image":"{{image}}"}""")));

    [Fact]
    public void Images_OfServices_AreAllChecked() => Assert.Equal(
        [
            "app:service.image: \"Shop\" is not an image; use one such as nginx:1.29 or registry.example.com/team/app@sha256:…",
            "app:services.worker.image: \"Worker\" is not an image; use one such as nginx:1.29 or registry.example.com/team/app@sha256:…",
        ],
        Problems.Of(("service", """{"image":"Shop"}"""), ("services", """{"worker":{"image":"Worker"}}""")));

    private static IReadOnlyList<string> ProblemsOf(string job, params (string Key, string Json)[] changes) =>
        Problems.Of([("jobs", $$"""{"report":{{job}}}"""), .. changes]);
}
