using Infra.Backups;
using Infra.Tests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Backups;

public class BackupPlanTests
{
    [Fact]
    public async Task BackupPlan_CreatesVaultPlanRoleAndSelection() => ResourceAssert.Kinds(
        await Run(), "Vault", "Plan", "Selection", "Role", "RolePolicyAttachment", "RolePolicyAttachment");

    [Fact]
    public async Task Plan_MinimalConfiguration_BacksUpDailyWithTheWindowsOfTheConsole() => ResourceAssert.Inputs(
        """
        {
          "rules": [
            {
              "ruleName": "scheduled",
              "targetVaultName": "shop-dev",
              "schedule": "cron(0 5 ? * * *)",
              "startWindow": 480,
              "completionWindow": 10080,
              "lifecycle": {"deleteAfter": 30}
            }
          ]
        }
        """,
        (await Run()).Single<Backup.Plan>());

    [Fact]
    public async Task Plan_Options_BecomeInputs()
    {
        var plan = (await Run("""{"retentionDays":120,"coldStorageAfterDays":30,"schedule":"cron(30 1 ? * SUN *)"}""")).Single<Backup.Plan>();

        Assert.Equal("cron(30 1 ? * SUN *)", plan["rules[0].schedule"]);
        Assert.Equal(120.0, plan["rules[0].lifecycle.deleteAfter"]);
        Assert.Equal(30.0, plan["rules[0].lifecycle.coldStorageAfter"]);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task DeleteWithBackups_IsForceDestroy(string delete) => ResourceAssert.Inputs(
        $$"""{"name":"shop-dev","forceDestroy":{{delete}}}""", (await Run($$"""{"deleteWithBackups":{{delete}}}""")).Single<Backup.Vault>());

    [Fact]
    public async Task Selection_ListsTheResourcesAndDependsOnTheRole()
    {
        var selection = (await Run()).Single<Backup.Selection>();

        ResourceAssert.Inputs(
            """{"planId":"Plan:shop-backup","iamRoleArn":"arn:Role:shop-backup","resources":["arn:database","arn:files"]}""", selection);
        Assert.Equal(["shop-backup"], await selection.DependsOn());
    }

    [Fact]
    public async Task Role_HasTheManagedPoliciesOfAwsBackup()
    {
        var run = await Run();

        Assert.Equal("backup.amazonaws.com", (string?)run.Single<AwsIam.Role>().Json("assumeRolePolicy")["Statement"]![0]!["Principal"]!["Service"]);
        Assert.Equal(
            [
                "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup",
                "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores",
            ],
            run.All<AwsIam.RolePolicyAttachment>().Select(attachment => attachment["policyArn"]));
    }

    [Fact]
    public async Task VaultName_IsTheNameOfTheVault() =>
        Assert.Equal("shop-dev", await OutputUtilities.GetValueAsync((await Run()).Component<BackupPlan>().VaultName));

    private static Task<StackRun> Run(string changes = "{}") => Run(
        TestConfigs.With(
            ("database", Blocks.Database), ("fileSystems", $$"""{"media":{{Blocks.FileSystem}}}"""), ("backup", Blocks.Backup), ("backup", changes)));

    private static Task<StackRun> Run(StackConfig config) => TestParts.Run(config, parts => _ = new BackupPlan(
        "shop-backup",
        new BackupPlanArgs { Context = parts.Context, Config = parts.Config.Backup!, ResourceArns = [Output.Create("arn:database"), Output.Create("arn:files")] }));
}
