using Infra.Tests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Databases;

public class DatabaseTests
{
    [Fact]
    public async Task Instance_MinimalConfiguration_IsPrivateAndEncrypted() => ResourceAssert.Inputs(
        """
        {
          "identifier": "shop-dev-0a1b2c3d",
          "engine": "postgres", "engineVersion": "17", "engineLifecycleSupport": "open-source-rds-extended-support-disabled", "instanceClass": "db.t4g.micro",
          "dbName": "orders", "username": "keeper", "password": "shop-database-generated-value", "port": 5432,
          "storageType": "gp3", "allocatedStorage": 20, "maxAllocatedStorage": 0, "storageEncrypted": true,
          "publiclyAccessible": false,
          "multiAz": false,
          "backupRetentionPeriod": 1, "skipFinalSnapshot": true, "copyTagsToSnapshot": true,
          "autoMinorVersionUpgrade": true, "allowMajorVersionUpgrade": false, "applyImmediately": false,
          "deletionProtection": false,
          "databaseInsightsMode": "standard", "performanceInsightsEnabled": false, "enabledCloudwatchLogsExports": [],
          "dbSubnetGroupName": "shop-database-SubnetGroup",
          "parameterGroupName": "shop-database-ParameterGroup",
          "vpcSecurityGroupIds": ["SecurityGroup:shop-security-database"]
        }
        """,
        await Instance());

    [Theory]
    [InlineData("""{"multiAz":true}""", "multiAz", true)]
    [InlineData("""{"port":5433}""", "port", 5433.0)]
    [InlineData("""{"maxAllocatedStorageGiB":100}""", "maxAllocatedStorage", 100.0)]
    [InlineData("""{"backupRetentionDays":30}""", "backupRetentionPeriod", 30.0)]
    [InlineData("""{"backupWindow":"01:00-02:00"}""", "backupWindow", "01:00-02:00")]
    [InlineData("""{"maintenanceWindow":"sun:03:00-sun:04:00"}""", "maintenanceWindow", "sun:03:00-sun:04:00")]
    [InlineData("""{"allowMajorVersionUpgrade":true}""", "allowMajorVersionUpgrade", true)]
    [InlineData("""{"applyImmediately":true}""", "applyImmediately", true)]
    [InlineData("""{"extendedSupport":true}""", "engineLifecycleSupport", "open-source-rds-extended-support")]
    [InlineData("""{"kmsKeyArn":"arn:aws:kms:eu-central-1:123456789012:key/1"}""", "kmsKeyId", "arn:aws:kms:eu-central-1:123456789012:key/1")]
    public async Task Instance_Option_BecomesAnInput(string changes, string input, object expected) =>
        Assert.Equal(expected, (await Instance(changes))[input]);

    [Theory]
    [InlineData("none", "standard", false, null)]
    [InlineData("standard", "standard", true, 7.0)]
    [InlineData("advanced", "advanced", true, 465.0)]
    public async Task Instance_Insights_SetModeAndRetentionTogether(string configured, string mode, bool enabled, double? days)
    {
        var instance = await Instance($$"""{"insights":"{{configured}}"}""");

        Assert.Equal(mode, instance["databaseInsightsMode"]);
        Assert.Equal(enabled, instance["performanceInsightsEnabled"]);
        Assert.Equal(days, instance["performanceInsightsRetentionPeriod"]);
    }

    [Fact]
    public async Task FinalSnapshot_HasAStableUniqueName()
    {
        var run = await Run("""{"finalSnapshot":true}""");

        Assert.Equal(false, run.Single<Rds.Instance>()["skipFinalSnapshot"]);
        Assert.Equal("shop-dev-0a1b2c3d-final", run.Single<Rds.Instance>()["finalSnapshotIdentifier"]);
        ResourceAssert.Inputs("""{"byteLength":4}""", run.Single<Pulumi.Random.RandomId>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DeletionProtection_AppliesInAwsAndInPulumi(bool isProtected)
    {
        var instance = await Instance($$"""{"deletionProtection":{{(isProtected ? "true" : "false")}}}""");

        Assert.Equal(isProtected, instance["deletionProtection"]);
        Assert.Equal(isProtected, instance.Options.Protect);
    }

    // RDS ignores a change of it, and each update would try again.
    [Fact]
    public async Task ExtendedSupport_OfARunningInstance_IsLeftAlone() =>
        Assert.Equal(["engineLifecycleSupport"], (await Instance()).Options.IgnoreChanges);

    [Theory]
    [InlineData("""{"applyImmediately":false}""", true)]
    [InlineData("""{"applyImmediately":true}""", false)]
    public async Task ParameterGroup_ThatIsReplacedInTheWindow_IsKept(string changes, bool isKept) =>
        Assert.Equal(isKept, (await Run(changes)).Single<Rds.ParameterGroup>().Options.RetainOnDelete);

    [Fact]
    public async Task Instance_CreateTimeout_IsLongEnoughForMultiAz() =>
        Assert.Equal(TimeSpan.FromMinutes(60), (await Instance()).Options.CustomTimeouts?.Create);

    [Fact]
    public async Task Password_IsLongAndNeedsNoEscapingInAUrl() =>
        ResourceAssert.Inputs("""{"length":32,"special":false}""", (await Run()).Single<Pulumi.Random.RandomPassword>());

    [Theory]
    [InlineData("14", "require", """[{"name": "rds.force_ssl", "value": "1", "applyMethod": "pending-reboot"}]""")]
    [InlineData("15", "allow", """[{"name": "rds.force_ssl", "value": "0", "applyMethod": "immediate"}]""")]
    [InlineData("17", "allow", """[{"name": "rds.force_ssl", "value": "0", "applyMethod": "immediate"}]""")]
    public async Task ParameterGroup_TlsDiffersFromTheDefault_SetsForceSsl(string version, string configured, string parameters) => ResourceAssert.Inputs(
        $$"""{"description": "Managed by Pulumi", "family": "postgres{{version}}", "parameters": {{parameters}}}""",
        (await Run($$"""{"engineVersion":{{version}},"tls":"{{configured}}"}""")).Single<Rds.ParameterGroup>());

    // A parameter that repeats the default of RDS would be changed again with every deployment.
    [Theory]
    [InlineData("14", "allow")]
    [InlineData("15", "require")]
    [InlineData("17", "require")]
    public async Task ParameterGroup_TlsIsTheDefault_SetsNoParameter(string version, string configured) => ResourceAssert.Inputs(
        $$"""{"description": "Managed by Pulumi", "family": "postgres{{version}}"}""",
        (await Run($$"""{"engineVersion":{{version}},"tls":"{{configured}}"}""")).Single<Rds.ParameterGroup>());

    [Fact]
    public async Task SubnetGroup_ContainsTheIsolatedSubnets() => ResourceAssert.Inputs(
        """{"description":"Managed by Pulumi","subnetIds":["subnet-0c100000","subnet-0c200000"]}""", (await Run()).Single<Rds.SubnetGroup>());

    [Fact]
    public async Task LogExports_Empty_CreateNoLogGroups()
    {
        var run = await Run();

        Assert.Empty(run.All<CloudWatch.LogGroup>());
        Assert.Empty(await run.Single<Rds.Instance>().DependsOn());
    }

    [Fact]
    public async Task LogExports_Configured_CreateLogGroupsBeforeTheInstance()
    {
        var run = await Run("""{"logExports":["postgresql","upgrade"],"logRetentionDays":90}""");

        Assert.Equal(["postgresql", "upgrade"], run.Single<Rds.Instance>().Strings("enabledCloudwatchLogsExports"));
        Assert.Equal(["shop-database-postgresql", "shop-database-upgrade"], await run.Single<Rds.Instance>().DependsOn());
        ResourceAssert.Inputs(
            """{"name":"/aws/rds/instance/shop-dev-0a1b2c3d/upgrade","retentionInDays":90}""",
            run.Find<CloudWatch.LogGroup>("shop-database-upgrade"));
    }

    [Fact]
    public async Task Endpoint_IsHostAndPort()
    {
        Output<string>? endpoint = null;
        await TestParts.Run(Config("""{"port":5433}"""), parts => endpoint = parts.Database!.Endpoint);

        Assert.Equal("shop-database.rds.amazonaws.com:5433", await OutputUtilities.GetValueAsync(endpoint!));
    }

    private static StackConfig Config(string changes) => TestConfigs.With(("database", Blocks.Database), ("database", changes));

    private static Task<StackRun> Run(string changes = "{}") => TestParts.Run(Config(changes), parts => _ = parts.Database);

    private static async Task<RegisteredResource> Instance(string changes = "{}") => (await Run(changes)).Single<Rds.Instance>();
}
