using Infra.LoadBalancing;
using Infra.Tests.Support;

namespace Infra.Tests.LoadBalancing;

public class AccessLogsTests
{
    [Theory]
    [InlineData("eu-central-1", "AWS", "arn:aws:iam::054676820928:root")]
    [InlineData("eu-south-2", "Service", "logdelivery.elasticloadbalancing.amazonaws.com")]
    public async Task BucketPolicy_ByRegion_AllowsItsLogDeliveryOnly(string region, string kind, string writer)
    {
        var statements = (await Run(30, region)).Single<S3.BucketPolicy>().Json("policy")["Statement"]!.AsArray();

        Assert.Equal(2, statements.Count);
        Assert.Equal("Deny", (string?)statements[0]!["Effect"]);
        ResourceAssert.Json(
            $$"""
            {
              "Effect": "Allow",
              "Principal": {"{{kind}}": "{{writer}}"},
              "Action": ["s3:PutObject"],
              "Resource": ["arn:Bucket:shop-lb-logs/AWSLogs/123456789012/*"]
            }
            """,
            statements[1]!);
    }

    [Fact]
    public async Task Bucket_ExpiresLogsAndIsDeletedWithItsContents()
    {
        var run = await Run(30);

        Assert.Equal(30.0, run.Single<S3.BucketLifecycleConfiguration>()["rules[0].expiration.days"]);
        Assert.Equal(true, run.Single<S3.Bucket>()["forceDestroy"]);
        Assert.Empty(run.All<S3.BucketVersioning>());
    }

    private static Task<StackRun> Run(int retentionDays, string region = "eu-central-1") => StackRun.OfComponent(context =>
        _ = new AccessLogs("shop-lb-logs", new AccessLogsArgs { Context = context with { Region = region }, RetentionDays = retentionDays }));
}
