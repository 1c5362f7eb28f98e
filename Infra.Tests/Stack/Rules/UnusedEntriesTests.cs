using Infra.Tests.Support;

namespace Infra.Tests.Stack.Rules;

public sealed class UnusedEntriesTests
{
    private const string Bucket = $$$"""{"files":{{{Blocks.Bucket}}}}""";
    private const string Files = $$$"""{"files":{{{Blocks.FileSystem}}}}""";
    private const string App = $$$"""{"app":{{{Blocks.Repository}}}}""";

    private const string UnusedBucket = "warned: app:buckets.files: nothing in this stack uses it; add it to the buckets of a service or job";
    private const string UnusedQueue = "warned: app:queues.work: nothing in this stack uses it; add it to the queues of a service or job";
    private const string UnusedRepository =
        "warned: app:repositories.app: no image of this stack is in it; start one with ${repository.<name>}";

    [Theory]
    [InlineData("buckets", Bucket, "{}", UnusedBucket)]
    [InlineData("buckets", Bucket, """{"buckets":{"files":"none"}}""", UnusedBucket)]
    [InlineData("buckets", Bucket, """{"buckets":{"files":"read"}}""", null)]
    [InlineData("buckets", Bucket, """{"environment":{"BUCKET":"s3://${bucket.files}"}}""", null)]
    [InlineData("queues", """{"work":{}}""", "{}", UnusedQueue)]
    [InlineData("queues", """{"work":{}}""", """{"queues":{"work":"none"}}""", UnusedQueue)]
    [InlineData("queues", """{"work":{}}""", """{"queues":{"work":"send"}}""", null)]
    [InlineData("queues", """{"work":{}}""", """{"permissions":[{"actions":["sqs:SendMessage"],"resources":["arn:aws:sqs:*:*:${queue.work}"]}]}""", null)]
    [InlineData("queues", """{"work":{}}""",
        """{"scaling":{"minimumTasks":1,"maximumTasks":2,"backlogPerTask":{"queue":"work","messagesPerTask":5}}}""", null)]
    [InlineData("repositories", App, "{}", UnusedRepository)]
    [InlineData("repositories", App, """{"image":"${repository.app}:1"}""", null)]
    [InlineData("repositories", App, """{"revisionOwner":"pipeline"}""", null)]
    [InlineData("fileSystems", Files, "{}", "warned: app:fileSystems.files: nothing in this stack mounts it; add it to the volumes of a service or job")]
    [InlineData("fileSystems", Files, """{"volumes":{"a":{"mountPath":"/a","fileSystem":"files"}}}""", null)]
    [InlineData("cluster", """{"containerInsights":"disabled","namespace":"shop.internal"}""", "{}",
        "warned: app:cluster.namespace: is empty; give a service a discoveryName")]
    [InlineData("cluster", """{"containerInsights":"disabled","namespace":"shop.internal"}""", """{"discoveryName":"shop"}""", null)]
    public void Part_ThatNothingUses_IsWarnedAbout(string block, string json, string service, string? answer) =>
        Assert.Equal(Answers.Expected(answer), Answers.Of((block, json), ("service", service)));

    [Fact]
    public void Bucket_ThatOnlyStartsAJob_IsUsed() => Assert.Empty(Answers.Of(("buckets", Bucket), ("jobs", """{"thumb":{"event":{"bucket":"files"}}}""")));

    [Fact]
    public void Instances_ThatNothingRunsOn_AreWarnedAbout()
    {
        (string, string)[] instances =
            [("network", """{"natGateways":"single"}"""), ("cluster", $$$"""{"containerInsights":"disabled","instances":{"big":{{{Blocks.Instances}}}}}""")];

        Assert.Equal(
            ["warned: app:cluster.instances.big: nothing in this stack runs on them; add them to the capacityProviders of a service or job"],
            Answers.Of(instances));
        Assert.Empty(Answers.Of([.. instances, ("jobs", """{"tidy":{"subnets":"private","capacityProviders":{"big":{"weight":1}}}}""")]));
    }
}
