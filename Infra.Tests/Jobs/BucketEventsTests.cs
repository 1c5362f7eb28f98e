using Infra.Jobs;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.Jobs;

public class BucketEventsTests
{
    [Fact]
    public async Task BucketEvents_WithoutSources_AreNotMade() => Assert.Empty((await Run()).Resources);

    [Fact]
    public async Task BucketEvents_OfABucket_AreSwitchedOnOnce()
    {
        var run = await Run("uploads", "results", "uploads");

        ResourceAssert.Kinds(run, "BucketNotification", "BucketNotification");
        ResourceAssert.Inputs(
            """{"bucket": "shop-uploads", "eventbridge": true}""", run.Find<S3.BucketNotification>("shop-bucket-events-uploads"));
    }

    private static Task<StackRun> Run(params string[] sources) => StackRun.OfComponent(_ => BucketEvents.For(
        "shop-bucket-events",
        new BucketEventsArgs
        {
            BucketNames = new Dictionary<string, Output<string>>
            {
                ["results"] = Output.Create("shop-results"),
                ["uploads"] = Output.Create("shop-uploads"),
            },
            Sources = sources,
        }));
}
