using System.Collections.Immutable;
using Infra.ObjectStorage;
using Infra.Tests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.ObjectStorage;

public class BucketsTests
{
    [Fact]
    public async Task Buckets_AreNamedAfterTheirKeys()
    {
        Output<ImmutableDictionary<string, string>>? names = null;
        var run = await Run($$"""{"results":{{Blocks.Bucket}},"uploads":{{Blocks.Bucket}}}""", buckets => names = OutputMaps.Join(buckets.BucketNames));

        Assert.Equal(["shop-buckets-results", "shop-buckets-uploads"], run.All<S3.Bucket>().Select(bucket => bucket.Name));
        var known = await OutputUtilities.GetValueAsync(names!);
        Assert.Equal("shop-buckets-results-bucket", known["results"]);
        Assert.Equal("shop-buckets-uploads-bucket", known["uploads"]);
    }

    [Fact]
    public async Task Bucket_Options_BecomeInputs()
    {
        const string Results = """
            {"versioning":true,"deleteWithContents":true,"expireAfterDays":30,"expireOldVersionsAfterDays":5}
            """;
        var run = await Run($$"""{"results":{{Results}},"uploads":{{Blocks.Bucket}}}""");

        Assert.Equal(true, run.Find<S3.Bucket>("shop-buckets-results")["forceDestroy"]);
        Assert.Equal("shop-buckets-results", run.Single<S3.BucketVersioning>().Name);
        var lifecycle = run.Find<S3.BucketLifecycleConfiguration>("shop-buckets-results");
        Assert.Equal(30.0, lifecycle["rules[0].expiration.days"]);
        Assert.Equal(5.0, lifecycle["rules[0].noncurrentVersionExpiration.noncurrentDays"]);
        Assert.Equal(false, run.Find<S3.Bucket>("shop-buckets-uploads")["forceDestroy"]);
    }

    [Theory]
    [InlineData("""{"versioning":true,"deleteWithContents":false,"expireAfterDays":30}""", 30.0)]
    [InlineData("""{"versioning":true,"deleteWithContents":false}""", null)]
    [InlineData("""{"versioning":false,"deleteWithContents":false,"expireAfterDays":30}""", null)]
    public async Task OldVersions_ByDefault_ExpireLikeObjects(string block, double? days) => Assert.Equal(
        days, (await Run($$"""{"results":{{block}}}""")).Single<S3.BucketLifecycleConfiguration>()["rules[0].noncurrentVersionExpiration.noncurrentDays"]);

    [Theory]
    [InlineData("none", "")]
    [InlineData("read", "s3:GetObject")]
    [InlineData("readWrite", "s3:GetObject s3:PutObject s3:DeleteObject s3:AbortMultipartUpload s3:ListMultipartUploadParts")]
    public async Task ObjectPermissions_FollowTheAccessAndAreLimitedToTheBucket(string access, string actions)
    {
        var statements = await Permissions(access);

        Assert.Equal(actions, string.Join(' ', statements.Skip(1).SelectMany(statement => statement.Actions)));
        Assert.All(statements.Skip(1), statement => Assert.Equal(["arn:Bucket:shop-buckets-results/*"], statement.Resources));
        Assert.Equal(access == "none" ? 0 : 2, statements.Length);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("readWrite")]
    public async Task ListPermissions_AreLimitedToTheBucket(string access)
    {
        var listing = (await Permissions(access))[0];

        Assert.Equal(["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"], listing.Actions);
        Assert.Equal(["arn:Bucket:shop-buckets-results"], listing.Resources);
    }

    private static async Task<ImmutableArray<PolicyStatement>> Permissions(string access)
    {
        Output<ImmutableArray<PolicyStatement>>? statements = null;
        var config = TestConfigs.With(
            ("buckets", $$"""{"results":{{Blocks.Bucket}},"uploads":{{Blocks.Bucket}}}"""), ("service", $$$"""{"buckets":{"results":"{{{access}}}"}}"""));
        await TestParts.Run(config, parts => statements = Output.All(parts.Parts.PermissionsFor(config.Service!, parts.Context.Scope)));
        return await OutputUtilities.GetValueAsync(statements!);
    }

    private static Task<StackRun> Run(string buckets, Action<Buckets>? use = null) =>
        TestParts.Run(TestConfigs.With(("buckets", buckets)), parts =>
        {
            var made = parts.Buckets!;
            use?.Invoke(made);
        });
}
