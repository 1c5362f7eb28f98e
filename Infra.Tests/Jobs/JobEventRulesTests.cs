using Infra.Configuration.Binding;
using Infra.Jobs;
using Infra.Tests.Support;

namespace Infra.Tests.Jobs;

public sealed class JobEventRulesTests
{
    private const string Pattern = """{"source":["aws.ecr"]}""";

    [Fact]
    public void OneSource_IsAccepted()
    {
        Assert.Empty(Of(null));
        Assert.Empty(Of(new() { Bucket = "uploads", Prefix = "in/", Suffix = ".csv" }));
        Assert.Empty(Of(new() { Pattern = Pattern }));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("uploads", Pattern)]
    public void NoneOrBothSources_AreAProblem(string? bucket, string? pattern) => Assert.Equal(
        ["app:jobs.import.event: needs exactly one of bucket, queue and pattern"], Of(new() { Bucket = bucket, Pattern = pattern }));

    [Theory]
    [InlineData("in/", null)]
    [InlineData(null, ".csv")]
    public void Ends_GoWithABucket(string? prefix, string? suffix) => Assert.Equal(
        ["app:jobs.import.event: prefix and suffix go with bucket only"], Of(new() { Pattern = Pattern, Prefix = prefix, Suffix = suffix }));

    [Fact]
    public void ABucketThatIsNotThere_IsAProblem() =>
        Assert.Equal(["app:jobs.import.event.bucket: \"files\" is not in buckets"], Of(new() { Bucket = "files" }));

    [Theory]
    [InlineData("source: aws.ecr")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void APattern_IsAJsonObject(string pattern) => Assert.Equal(
        ["app:jobs.import.event.pattern: is not a JSON object; use one such as {\"source\": [\"aws.ecr\"]}"], Of(new() { Pattern = pattern }));

    private static IReadOnlyList<string> Of(JobEventConfig? config)
    {
        var problems = new ConfigProblems("dev");
        JobEventRules.Check("jobs.import.event", config, ["uploads"], new RuleChecker(TestConfigs.Values(), problems));
        return [.. problems.All.Select(problem => $"{problem}")];
    }
}
