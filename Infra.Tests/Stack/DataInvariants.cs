using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>Everything that keeps data: private, encrypted, and not for ever by accident.</summary>
public class DataInvariants
{
    private static readonly string[] PublicAccess = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];

    [Theory]
    [InlineData("dev", "isolated-1 isolated-2")]
    [InlineData("prod", "isolated-1 isolated-2")]
    [InlineData("storage", "isolated-1 isolated-2")]
    public async Task Database_Always_IsEncryptedAndPrivate(string stack, string subnets)
    {
        var run = await KnownStacks.Run(stack);

        var (instance, application) = (run.Single<Rds.Instance>(), KnownStacks.Config(stack).Name);
        Assert.Equal(true, instance["storageEncrypted"]);
        Assert.Equal(false, instance["publiclyAccessible"]);
        Assert.Equal($"{application}-database-SubnetGroup", instance["dbSubnetGroupName"]);
        Assert.Equal([$"SecurityGroup:{application}-security-database"], instance.Strings("vpcSecurityGroupIds"));
        Assert.Equal(subnets, string.Join(' ', run.Single<Rds.SubnetGroup>().Strings("subnetIds")));
    }

    [Fact]
    public async Task Database_InProduction_IsProtectedAndBackedUp()
    {
        var instance = (await KnownStacks.Run("prod")).Single<Rds.Instance>();

        Assert.Equal(true, instance["deletionProtection"]);
        Assert.True(instance.Options.Protect);
        Assert.Equal(true, instance["multiAz"]);
        Assert.Equal(false, instance["skipFinalSnapshot"]);
        Assert.InRange((double)instance["backupRetentionPeriod"]!, 7, 35);
    }

    [Fact]
    public async Task LoadBalancer_InProduction_IsProtected() =>
        Assert.Equal(true, (await KnownStacks.Run("prod")).Single<Lb.LoadBalancer>()["enableDeletionProtection"]);

    [Theory]
    [EveryStack]
    public async Task LogGroup_Always_Expires(string stack) => ResourceAssert.Every(
        (await KnownStacks.Run(stack)).All<CloudWatch.LogGroup>(),
        group => Assert.InRange(Assert.IsType<double>(group["retentionInDays"]), 1, 3653));

    [Fact]
    public async Task Bucket_Always_IsClosedEncryptedAndItsOwners()
    {
        var buckets = await KnownStacks.Each<S3.Bucket>();

        Assert.Equal(9, buckets.Count);
        foreach (var (stack, bucket) in buckets)
        {
            var run = await KnownStacks.Run(stack);
            var block = run.Find<S3.BucketPublicAccessBlock>(bucket.Name);
            Assert.All(PublicAccess, input => Assert.Equal(true, block[input]));
            Assert.Equal("BucketOwnerEnforced", run.Find<S3.BucketOwnershipControls>(bucket.Name)["rule.objectOwnership"]);
            var encryption = run.Find<S3.BucketServerSideEncryptionConfiguration>(bucket.Name);
            Assert.Contains(encryption["rules[0].applyServerSideEncryptionByDefault.sseAlgorithm"], new object[] { "AES256", "aws:kms" });
        }
    }

    // A version that expires becomes an old one, and old ones that never go are kept and paid for ever.
    [Fact]
    public async Task Bucket_WhoseObjectsExpire_LetsItsOldVersionsAndUploadsGoToo()
    {
        var expiring = (await KnownStacks.Each<S3.BucketLifecycleConfiguration>())
            .Where(lifecycle => lifecycle.Resource["rules[0].expiration.days"] is not null)
            .ToList();

        Assert.Equal(6, expiring.Count);
        foreach (var (stack, lifecycle) in expiring)
        {
            var isVersioned = (await KnownStacks.Run(stack)).All<S3.BucketVersioning>().Any(versioning => versioning.Name == lifecycle.Name);
            Assert.Equal(isVersioned, lifecycle["rules[0].noncurrentVersionExpiration.noncurrentDays"] is not null);
            Assert.Equal(7.0, lifecycle["rules[0].abortIncompleteMultipartUpload.daysAfterInitiation"]);
        }
    }

    [Theory]
    [InlineData("dev", 1, 0.0)]
    [InlineData("prod", 1, 30.0)]
    [InlineData("storage", 3, 7.0)]
    public async Task Secret_Always_CanBeBroughtBackAsConfigured(string stack, int expected, double days)
    {
        var secrets = (await KnownStacks.Run(stack)).All<SecretsManager.Secret>();

        Assert.Equal(expected, secrets.Count);
        Assert.All(secrets, secret => Assert.Equal(days, secret["recoveryWindowInDays"]));
    }
}
