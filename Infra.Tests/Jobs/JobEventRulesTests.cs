using Infra.Tests.Support;

namespace Infra.Tests.Jobs;

public sealed class JobEventRulesTests
{
    [Theory]
    [InlineData("""{"bucket":"uploads","prefix":"in/","suffix":".csv"}""")]
    [InlineData("""{"pattern":"{\"source\":[\"aws.ecr\"]}"}""")]
    public void Event_WithOneSource_IsAccepted(string source) => Assert.Empty(ProblemsOf(source));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"bucket":"uploads","pattern":"{\"source\":[\"aws.ecr\"]}"}""")]
    public void Event_WithoutASourceOrWithTwo_IsRefused(string source) =>
        Assert.Equal(["app:jobs.import.event: needs exactly one of bucket, queue and pattern"], ProblemsOf(source));

    [Theory]
    [InlineData("""{"pattern":"{\"source\":[\"aws.ecr\"]}","prefix":"in/"}""")]
    [InlineData("""{"pattern":"{\"source\":[\"aws.ecr\"]}","suffix":".csv"}""")]
    public void PrefixOrSuffix_WithoutABucket_IsRefused(string source) =>
        Assert.Equal(["app:jobs.import.event: prefix and suffix need bucket"], ProblemsOf(source));

    [Fact]
    public void Bucket_ThatTheStackDoesNotHave_IsRefused() => Assert.Equal(
        ["app:jobs.import.event.bucket: files is not in app:buckets; use uploads"], ProblemsOf("""{"bucket":"files"}"""));

    [Theory]
    [InlineData("source: aws.ecr")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void Pattern_ThatIsNoJsonObject_IsRefused(string pattern) => Assert.Equal(
        ["app:jobs.import.event.pattern: is not a JSON object; use one such as {\"source\": [\"aws.ecr\"]}"],
        ProblemsOf($$"""{"pattern":"{{pattern}}"}"""));

    private static IReadOnlyList<string> ProblemsOf(string source) =>
        Problems.Of(("buckets", $$"""{"uploads":{{Blocks.Bucket}}}"""), ("jobs", $$$"""{"import":{"event":{{{source}}}}}"""));
}
