using Infra.ObjectStorage;
using Infra.Tests.Support;

namespace Infra.Tests.ObjectStorage;

public class PrivateBucketTests
{
    private const string DenyWithoutTls = """
        {
          "Effect": "Deny",
          "Principal": "*",
          "Action": ["s3:*"],
          "Resource": ["arn:Bucket:shop-buckets-files", "arn:Bucket:shop-buckets-files/*"],
          "Condition": {"Bool": {"aws:SecureTransport": "false"}}
        }
        """;

    [Fact]
    public async Task PrivateBucket_HasAllItsSettings()
    {
        var run = await Run();

        ResourceAssert.Kinds(
            run,
            "Bucket",
            "BucketLifecycleConfiguration",
            "BucketOwnershipControls",
            "BucketPolicy",
            "BucketPublicAccessBlock",
            "BucketServerSideEncryptionConfiguration");
        Assert.All(run.Resources.Where(part => part.Has("bucket")), part => Assert.Equal("Bucket:shop-buckets-files", part["bucket"]));
        Assert.Equal(5, run.Resources.Count(part => part.Has("bucket")));
    }

    [Fact]
    public async Task PublicAccessBlock_BlocksEverything() => ResourceAssert.Inputs(
        """
        {
          "bucket": "Bucket:shop-buckets-files",
          "blockPublicAcls": true,
          "blockPublicPolicy": true,
          "ignorePublicAcls": true,
          "restrictPublicBuckets": true
        }
        """,
        (await Run()).Single<S3.BucketPublicAccessBlock>());

    [Fact]
    public async Task Objects_AreOwnedByTheAccountAndEncrypted()
    {
        var run = await Run();

        Assert.Equal("BucketOwnerEnforced", run.Single<S3.BucketOwnershipControls>()["rule.objectOwnership"]);
        Assert.Equal(
            "AES256",
            run.Single<S3.BucketServerSideEncryptionConfiguration>()["rules[0].applyServerSideEncryptionByDefault.sseAlgorithm"]);
    }

    [Fact]
    public async Task Policy_DeniesAccessWithoutTls() => ResourceAssert.Json(
        $$"""{"Version":"2012-10-17","Statement":[{{DenyWithoutTls}}]}""", (await Run()).Single<S3.BucketPolicy>().Json("policy"));

    [Fact]
    public async Task Policy_WithGrants_ContainsThem()
    {
        var run = await Run(args => args with { Grants = (arn, account) => [PolicyStatement.Allow(["s3:PutObject"], $"{arn}/{account}")] });

        ResourceAssert.Json(
            $$"""
            {
              "Version": "2012-10-17",
              "Statement": [
                {{DenyWithoutTls}},
                {"Effect": "Allow", "Action": ["s3:PutObject"], "Resource": ["arn:Bucket:shop-buckets-files/123456789012"]}
              ]
            }
            """,
            run.Single<S3.BucketPolicy>().Json("policy"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DeleteWithContents_IsForceDestroy(bool delete)
    {
        var run = await Run(args => args with { DeleteWithContents = delete });

        ResourceAssert.Inputs($$"""{"forceDestroy":{{(delete ? "true" : "false")}}}""", run.Single<S3.Bucket>());
    }

    [Fact]
    public async Task Versioning_Configured_IsEnabled()
    {
        var run = await Run(args => args with { Versioning = true });

        Assert.Equal("Enabled", run.Single<S3.BucketVersioning>()["versioningConfiguration.status"]);
    }

    [Fact]
    public async Task Lifecycle_WithoutExpiry_OnlyAbortsIncompleteUploads() => ResourceAssert.Inputs(
        """
        {
          "bucket": "Bucket:shop-buckets-files",
          "rules": [
            {
              "id": "expire",
              "status": "Enabled",
              "filter": {"prefix": ""},
              "abortIncompleteMultipartUpload": {"daysAfterInitiation": 7}
            }
          ]
        }
        """,
        (await Run()).Single<S3.BucketLifecycleConfiguration>());

    [Fact]
    public async Task Lifecycle_WithExpiry_HasSeparateDaysForObjectsAndOldVersions()
    {
        var run = await Run(args => args with { ExpireAfterDays = 30, ExpireOldVersionsAfterDays = 5 });

        var lifecycle = run.Single<S3.BucketLifecycleConfiguration>();
        Assert.Equal(30.0, lifecycle["rules[0].expiration.days"]);
        Assert.Equal(5.0, lifecycle["rules[0].noncurrentVersionExpiration.noncurrentDays"]);
        Assert.Single(lifecycle.List("rules"));
    }

    [Fact]
    public async Task Lifecycle_WithVersioning_RemovesExpiredDeleteMarkers()
    {
        var run = await Run(args => args with { Versioning = true, ExpireOldVersionsAfterDays = 5 });

        Assert.Equal(true, run.Single<S3.BucketLifecycleConfiguration>()["rules[0].expiration.expiredObjectDeleteMarker"]);
        Assert.Null((await Run()).Single<S3.BucketLifecycleConfiguration>()["rules[0].expiration"]);
    }

    private static Task<StackRun> Run(Func<PrivateBucketArgs, PrivateBucketArgs>? change = null) => StackRun.OfComponent(context =>
    {
        var args = new PrivateBucketArgs { Context = context, Versioning = false, DeleteWithContents = false };
        _ = new PrivateBucket("shop-buckets-files", change?.Invoke(args) ?? args);
    });
}
