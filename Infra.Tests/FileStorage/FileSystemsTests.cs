using System.Collections.Immutable;
using Infra.FileStorage;
using Infra.Networking;
using Infra.Tests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.FileStorage;

public class FileSystemsTests
{
    private static readonly FileSystemDirectory Uploads = new("media", "/uploads", 1000, 1000);

    [Fact]
    public async Task FileSystem_MinimalConfiguration_IsEncryptedElasticAndBackedUp()
    {
        var run = await Run();

        ResourceAssert.Inputs("""{"creationToken":"shop-dev-files-media","encrypted":true,"throughputMode":"elastic"}""", run.Single<Efs.FileSystem>());
        ResourceAssert.Inputs(
            """{"fileSystemId":"FileSystem:shop-files-media","backupPolicy":{"status":"ENABLED"}}""", run.Single<Efs.BackupPolicy>());
    }

    [Theory]
    [InlineData("""{"throughput":"bursting"}""", "throughputMode", "bursting")]
    [InlineData("""{"transitionToColdAfterDays":1}""", "lifecyclePolicies[0].transitionToIa", "AFTER_1_DAY")]
    [InlineData("""{"transitionToColdAfterDays":30}""", "lifecyclePolicies[0].transitionToIa", "AFTER_30_DAYS")]
    [InlineData("""{"kmsKeyArn":"arn:aws:kms:eu-central-1:123456789012:key/1"}""", "kmsKeyId", "arn:aws:kms:eu-central-1:123456789012:key/1")]
    public async Task FileSystem_Option_BecomesAnInput(string changes, string input, string expected) =>
        Assert.Equal(expected, (await Run(Config(changes))).Single<Efs.FileSystem>()[input]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DeletionProtection_AppliesInPulumi(bool isProtected)
    {
        var run = await Run(Config($$"""{"deletionProtection":{{(isProtected ? "true" : "false")}}}"""));

        Assert.Equal(isProtected, run.Single<Efs.FileSystem>().Options.Protect);
    }

    [Fact]
    public async Task AutomaticBackups_Off_DisableTheBackupPolicy() => Assert.Equal(
        "DISABLED", (await Run(Config("""{"automaticBackups":false}"""))).Single<Efs.BackupPolicy>()["backupPolicy.status"]);

    [Fact]
    public async Task Policy_DeniesAccessWithoutTlsOrAccessPoint()
    {
        var policy = (await Run()).Single<Efs.FileSystemPolicy>();

        Assert.Equal("FileSystem:shop-files-media", policy["fileSystemId"]);
        ResourceAssert.Json(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Deny",
                  "Principal": "*",
                  "Action": ["elasticfilesystem:*"],
                  "Resource": ["arn:FileSystem:shop-files-media"],
                  "Condition": {"Bool": {"aws:SecureTransport": "false"}}
                },
                {
                  "Effect": "Deny",
                  "Principal": "*",
                  "Action": ["elasticfilesystem:Client*"],
                  "Resource": ["arn:FileSystem:shop-files-media"],
                  "Condition": {"Null": {"elasticfilesystem:AccessPointArn": "true"}}
                }
              ]
            }
            """,
            policy.Json("policy"));
    }

    [Fact]
    public async Task MountTargets_InANewNetwork_AreInTheIsolatedSubnetOfEachZone()
    {
        var targets = (await Run()).All<Efs.MountTarget>();

        Assert.Equal(["shop-files-media-eu-central-1a", "shop-files-media-eu-central-1b"], targets.Select(target => target.Name));
        Assert.Equal(["isolated-1", "isolated-2"], targets.Select(target => target["subnetId"]));
        ResourceAssert.Inputs(
            """{"fileSystemId":"FileSystem:shop-files-media","subnetId":"isolated-1","securityGroups":["SecurityGroup:shop-security-file-systems"]}""", targets[0]);
    }

    [Theory]
    [InlineData("{}", "subnet-0c100000", "subnet-0c200000")]
    [InlineData("""{"isolatedSubnetIds":null}""", "subnet-0b100000", "subnet-0b200000")]
    [InlineData("""{"isolatedSubnetIds":null,"privateSubnetIds":null}""", "subnet-0a100000", "subnet-0a200000")]
    public async Task MountTargets_InAnExistingNetwork_AreInTheMostPrivateSubnets(string changes, params string[] subnets)
    {
        var run = await Run(TestConfigs.With(
            ("network", "-"),
            ("existingNetwork", Blocks.ExistingNetwork),
            ("existingNetwork", changes),
            ("fileSystems", $$"""{"media":{{Blocks.FileSystem}}}""")));

        Assert.Equal(subnets, run.All<Efs.MountTarget>().Select(target => target["subnetId"]));
        Assert.Equal(subnets.Select(id => $"shop-files-media-{id}"), run.All<Efs.MountTarget>().Select(target => target.Name));
    }

    [Fact]
    public async Task AccessPoint_CreatesTheDirectoryAndActsAsItsOwner() => ResourceAssert.Inputs(
        """
        {
          "fileSystemId": "FileSystem:shop-files-media",
          "posixUser": {"uid": 33, "gid": 34},
          "rootDirectory": {"path": "/a/b", "creationInfo": {"ownerUid": 33, "ownerGid": 34, "permissions": "0755"}}
        }
        """,
        (await Run(directories: new FileSystemDirectory("media", "/a/b", 33, 34))).Find<Efs.AccessPoint>("shop-files-media/a/b-33-34"));

    [Fact]
    public async Task AccessPoint_OfEqualDirectories_IsShared()
    {
        var run = await Run(directories: [Uploads, Uploads with { }, Uploads with { Uid = 33 }, Uploads with { Path = "/cache" }]);

        Assert.Equal(
            ["shop-files-media/uploads-1000-1000", "shop-files-media/uploads-33-1000", "shop-files-media/cache-1000-1000"],
            run.All<Efs.AccessPoint>().Select(point => point.Name));
    }

    [Fact]
    public async Task Mount_ReferencesTheAccessPointOfTheDirectory()
    {
        FileSystemMount? mount = null;
        await Run(use: fileSystems => mount = fileSystems.Mount(Uploads), directories: Uploads);

        Assert.Equal("FileSystem:shop-files-media", await OutputUtilities.GetValueAsync(mount!.FileSystemId));
        Assert.Equal("AccessPoint:shop-files-media/uploads-1000-1000", await OutputUtilities.GetValueAsync(mount.AccessPointId));
    }

    [Fact]
    public async Task BackupArns_ContainEveryFileSystem()
    {
        Output<ImmutableArray<string>>? arns = null;
        await Run(
            TestConfigs.With(("fileSystems", $$"""{"media":{{Blocks.FileSystem}},"other":{{Blocks.FileSystem}}}""")),
            fileSystems => arns = Output.All(fileSystems.BackupArns));

        Assert.Equal(["arn:FileSystem:shop-files-media", "arn:FileSystem:shop-files-other"], (await OutputUtilities.GetValueAsync(arns!)).AsEnumerable());
    }

    private static StackConfig Config(string changes)
    {
        var media = System.Text.Json.Nodes.JsonNode.Parse(Blocks.FileSystem)!.AsObject();
        foreach (var (key, value) in System.Text.Json.Nodes.JsonNode.Parse(changes)!.AsObject())
        {
            media[key] = value?.DeepClone();
        }

        return TestConfigs.With(("fileSystems", $$"""{"media":{{media.ToJsonString()}}}"""));
    }

    private static Task<StackRun> Run(
        StackConfig? config = null, Action<FileSystems>? use = null, params IReadOnlyList<FileSystemDirectory> directories) =>
        TestParts.Run(config ?? Config("{}"), parts =>
        {
            var network = new Network(
                "shop-tested-network", new NetworkArgs { Context = parts.Context, Own = parts.Config.Network, Existing = parts.Config.ExistingNetwork });
            var fileSystems = new FileSystems("shop-files", new FileSystemsArgs
            {
                Placement = parts.Placement with { Network = network },
                Config = parts.Config.FileSystems,
                Directories = directories,
            });
            use?.Invoke(fileSystems);
        });
}
