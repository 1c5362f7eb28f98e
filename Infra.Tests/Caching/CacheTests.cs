using Infra.Caching;
using Infra.Tests.Support;
using Pulumi;
using Pulumi.Utilities;
using ElastiCache = Pulumi.Aws.ElastiCache;

namespace Infra.Tests.Caching;

public sealed class CacheTests
{
    private const string Key = "arn:aws:kms:eu-central-1:123456789012:key/1";

    [Fact]
    public async Task Nodes_MinimalConfiguration_AreEncryptedAndTakeAToken() => ResourceAssert.Inputs(
        """
        {
          "replicationGroupId": "shop-cache-0a1b2c3d", "description": "Cache of shop-dev",
          "engine": "valkey", "engineVersion": "8.0", "nodeType": "cache.t4g.micro", "port": 6379,
          "numCacheClusters": 1, "automaticFailoverEnabled": false, "multiAzEnabled": false,
          "atRestEncryptionEnabled": true, "transitEncryptionEnabled": true,
          "authToken": "shop-cache-generated-value", "authTokenUpdateStrategy": "ROTATE",
          "subnetGroupName": "shop-cache-SubnetGroup", "securityGroupIds": ["SecurityGroup:shop-security-cache"],
          "snapshotRetentionLimit": 1, "autoMinorVersionUpgrade": true, "applyImmediately": false
        }
        """,
        await Nodes());

    [Theory]
    [InlineData("""{"engineVersion":"7.2"}""", "engineVersion", "7.2")]
    [InlineData("""{"nodeType":"cache.r7g.large"}""", "nodeType", "cache.r7g.large")]
    [InlineData("""{"snapshotRetentionDays":30}""", "snapshotRetentionLimit", 30.0)]
    [InlineData("""{"snapshotWindow":"01:00-02:00"}""", "snapshotWindow", "01:00-02:00")]
    [InlineData("""{"maintenanceWindow":"sun:03:00-sun:04:00"}""", "maintenanceWindow", "sun:03:00-sun:04:00")]
    [InlineData("""{"applyImmediately":true}""", "applyImmediately", true)]
    [InlineData("""{"finalSnapshot":true}""", "finalSnapshotIdentifier", "shop-cache-0a1b2c3d-final")]
    [InlineData($$"""{"kmsKeyArn":"{{Key}}"}""", "kmsKeyId", Key)]
    public async Task Nodes_Option_IsWhatTheConfigurationSays(string changes, string input, object expected) =>
        Assert.Equal(expected, (await Nodes(changes))[input]);

    [Theory]
    [InlineData("""{"replicas":2}""", 3.0, true, true)]
    [InlineData("""{"replicas":1,"multiAz":false}""", 2.0, true, false)]
    [InlineData("""{"replicas":0}""", 1.0, false, false)]
    public async Task Nodes_Replicas_TakeOverFromThePrimary(string changes, double nodes, bool failover, bool multiAz)
    {
        var group = await Nodes(changes);

        Assert.Equal((nodes, failover, multiAz), (group["numCacheClusters"], group["automaticFailoverEnabled"], group["multiAzEnabled"]));
    }

    [Fact]
    public async Task Nodes_SubnetGroup_HoldsTheIsolatedSubnets() => ResourceAssert.Inputs(
        """{"description":"Managed by Pulumi","subnetIds":["subnet-0c100000","subnet-0c200000"]}""", (await Run()).Single<ElastiCache.SubnetGroup>());

    [Fact]
    public async Task Serverless_MinimalConfiguration_HasLimitsAndAUser()
    {
        var run = await Run(block: Blocks.ServerlessCache);

        ResourceAssert.Inputs(
            """
            {
              "name": "shop-cache-0a1b2c3d", "description": "Cache of shop-dev", "engine": "valkey", "majorEngineVersion": "8",
              "cacheUsageLimits": {"dataStorage": {"maximum": 2, "unit": "GB"}, "ecpuPerSeconds": [{"maximum": 5000}]},
              "snapshotRetentionLimit": 1,
              "subnetIds": ["subnet-0c100000", "subnet-0c200000"], "securityGroupIds": ["SecurityGroup:shop-security-cache"],
              "userGroupId": "shop-cache-0a1b2c3d"
            }
            """,
            run.Single<ElastiCache.ServerlessCache>());
        ResourceAssert.Inputs(
            """
            {
              "userId": "shop-cache-0a1b2c3d", "userName": "app", "engine": "valkey", "accessString": "on ~* +@all",
              "authenticationMode": {"type": "password", "passwords": ["shop-cache-generated-value"]}
            }
            """,
            run.Single<ElastiCache.User>());
        ResourceAssert.Inputs(
            """{"userGroupId":"shop-cache-0a1b2c3d","engine":"valkey","userIds":["shop-cache-0a1b2c3d"]}""", run.Single<ElastiCache.UserGroup>());
        Assert.Empty(run.All<ElastiCache.ReplicationGroup>());
    }

    [Theory]
    [InlineData("""{"snapshotWindow":"01:00-02:00"}""", "dailySnapshotTime", "01:00")]
    [InlineData($$"""{"kmsKeyArn":"{{Key}}"}""", "kmsKeyId", Key)]
    public async Task Serverless_Option_IsWhatTheConfigurationSays(string changes, string input, object expected) =>
        Assert.Equal(expected, (await Run(changes, Blocks.ServerlessCache)).Single<ElastiCache.ServerlessCache>()[input]);

    [Theory]
    [InlineData(Blocks.Cache, "{}", """{"kind":"nodes"}""")]
    [InlineData(Blocks.ServerlessCache, "{}", """{"kind":"serverless"}""")]
    [InlineData(Blocks.Cache, $$"""{"kmsKeyArn":"{{Key}}"}""", """{"kind":"nodes"}""")]
    public async Task Name_ChangesWithTheKindOnly(string block, string changes, string keepers) => ResourceAssert.Inputs(
        $$"""{"byteLength":4,"keepers":{{keepers}}}""", (await Run(changes, block)).Single<Pulumi.Random.RandomId>());

    [Fact]
    public async Task Serverless_Subnets_NeverChange() =>
        Assert.Equal(["subnetIds"], (await Run(block: Blocks.ServerlessCache)).Single<ElastiCache.ServerlessCache>().Options.IgnoreChanges);

    [Fact]
    public async Task KmsKey_OfTheStack_EncryptsTheCache()
    {
        var config = TestConfigs.With(("kmsKeyArn", Key), ("cache", Blocks.Cache));
        var run = await StackRun.Of(config);

        Assert.Equal(Key, run.Single<ElastiCache.ReplicationGroup>()["kmsKeyId"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cache_DeletionProtection_IsEnforcedByPulumi(bool isProtected)
    {
        var changes = $$"""{"deletionProtection":{{(isProtected ? "true" : "false")}}}""";

        Assert.Equal(isProtected, (await Nodes(changes)).Options.Protect);
        Assert.Equal(isProtected, (await Run(changes, Blocks.ServerlessCache)).Single<ElastiCache.ServerlessCache>().Options.Protect);
    }

    [Theory]
    [InlineData(1, """{"length":32,"special":false}""")]
    [InlineData(2, """{"length":32,"special":false,"keepers":{"version":"2"}}""")]
    public async Task Token_OfAVersion_IsLettersAndDigits(int version, string inputs) => ResourceAssert.Inputs(
        inputs, (await Run($$"""{"tokenVersion":{{version}}}""")).Single<Pulumi.Random.RandomPassword>());

    [Theory]
    [InlineData(
        Blocks.Cache,
        """
        {
          "engine": "valkey", "host": "shop-cache.cache.amazonaws.com", "port": 6379, "token": "shop-cache-generated-value",
          "url": "rediss://:shop-cache-generated-value@shop-cache.cache.amazonaws.com:6379"
        }
        """)]
    [InlineData(
        Blocks.ServerlessCache,
        """
        {
          "engine": "valkey", "host": "shop-cache.serverless.cache.amazonaws.com", "port": 6379, "username": "app", "token": "shop-cache-generated-value",
          "url": "rediss://app:shop-cache-generated-value@shop-cache.serverless.cache.amazonaws.com:6379"
        }
        """)]
    public async Task Secret_Content_IsTheTokenAndAWholeUrl(string block, string content) =>
        ResourceAssert.Json(content, (await Run(block: block)).Single<SecretsManager.SecretVersion>().Json("secretString"));

    [Theory]
    [InlineData("cache.token", "arn:Secret:shop-cache:token::SecretVersion:shop-cache")]
    [InlineData("cache.url", "arn:Secret:shop-cache:url::SecretVersion:shop-cache")]
    public async Task Secret_OfTheCache_IsOneKeyOfItsVersion(string name, string valueFrom) =>
        Assert.Equal(valueFrom, await OutputUtilities.GetValueAsync((await Run()).Component<Cache>().Secrets[name].ValueFrom));

    [Fact]
    public async Task Token_WhereverItGoes_IsSecret()
    {
        var run = await Run();
        var version = (SecretsManager.SecretVersionArgs)run.Single<SecretsManager.SecretVersion>().Args;
        var group = (ElastiCache.ReplicationGroupArgs)run.Single<ElastiCache.ReplicationGroup>().Args;

        Assert.True(await Output.IsSecretAsync(version.SecretString.ToOutput()));
        Assert.True(await Output.IsSecretAsync(group.AuthToken.ToOutput()));
    }

    [Theory]
    [InlineData("cache.host", "shop-cache.cache.amazonaws.com")]
    [InlineData("cache.port", "6379")]
    public async Task Placeholder_OfTheCache_HasItsValue(string name, string value) =>
        Assert.Equal(value, await OutputUtilities.GetValueAsync((await Run()).Component<Cache>().Placeholders[name]));

    private static Task<StackRun> Run(string changes = "{}", string block = Blocks.Cache) =>
        TestParts.Run(TestConfigs.With(("cache", block), ("cache", changes)), parts => _ = parts.Cache);

    private static async Task<RegisteredResource> Nodes(string changes = "{}") => (await Run(changes)).Single<ElastiCache.ReplicationGroup>();
}
