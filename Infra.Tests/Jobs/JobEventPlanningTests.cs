using Infra.Jobs;

namespace Infra.Tests.Jobs;

/// <summary>The event pattern and the environment variables of the events that start jobs.</summary>
public sealed class JobEventPlanningTests
{
    private const string Opening = """{"source":["aws.s3"],"detail-type":["Object Created"],"detail":{"bucket":{"name":["files"]}""";

    [Theory]
    [InlineData(null, null, "}}")]
    [InlineData("in/", null, ""","object":{"key":[{"prefix":"in/"}]}}}""")]
    [InlineData(null, ".csv", ""","object":{"key":[{"suffix":".csv"}]}}}""")]
    [InlineData("in/", ".csv", ""","object":{"key":[{"wildcard":"in/*.csv"}]}}}""")]
    [InlineData("a*b\\", "*", ""","object":{"key":[{"wildcard":"a\\*b\\\\*\\*"}]}}}""")]
    public void Pattern_MatchesNewObjectsByBucketPrefixAndSuffix(string? prefix, string? suffix, string rest) =>
        Assert.Equal(Opening + rest, ObjectCreatedPattern.Json("files", prefix, suffix));

    [Fact]
    public void Variables_OfAnObject_AreBucketAndKey()
    {
        Assert.Equal(
            """{"containerOverrides":[{"name":"report","environment":[{"name":"BUCKET","value":<BUCKET>},{"name":"OBJECT_KEY","value":<OBJECT_KEY>}]}]}""",
            EventVariables.OfObject.Template("report"));
        Assert.Equal("$.detail.bucket.name", EventVariables.OfObject.Paths["BUCKET"]);
        Assert.Equal("$.detail.object.key", EventVariables.OfObject.Paths["OBJECT_KEY"]);
    }

    [Fact]
    public void Variables_OfAnotherEvent_AreTheFieldsOfEveryEvent() => Assert.Equal(
        ["EVENT_ID=$.id", "EVENT_SOURCE=$.source", "EVENT_TIME=$.time", "EVENT_TYPE=$.detail-type"],
        EventVariables.OfAnyEvent.Paths.Select(path => $"{path.Key}={path.Value}").Order(StringComparer.Ordinal));
}
