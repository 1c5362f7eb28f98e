using Infra.Jobs;
using Infra.Tests.Support;

namespace Infra.Tests.Jobs;

public class BucketEventsTests
{
    [Fact]
    public async Task Notification_OfABucketWithTwoJobs_IsCreatedOnce()
    {
        var run = await Run("uploads", "results", "uploads");

        Assert.Equal(2, run.All<S3.BucketNotification>().Count);
        ResourceAssert.Inputs(
            """{"bucket": "shop-buckets-uploads-bucket", "eventbridge": true}""", run.Find<S3.BucketNotification>("shop-bucket-events-uploads"));
    }

    private static Task<StackRun> Run(params string[] sources)
    {
        var jobs = string.Join(',', sources.Select((bucket, index) => $$$"""
            "job{{{index}}}":{"event":{"bucket":"{{{bucket}}}"}}
            """));
        var config = TestConfigs.With(
            ("buckets", $$"""{"results":{{Blocks.Bucket}},"uploads":{{Blocks.Bucket}}}"""), ("jobs", $"{{{jobs}}}"));
        return TestParts.Run(config, parts => BucketEvents.Create("shop-bucket-events", parts.Buckets, config.AllJobs));
    }
}
