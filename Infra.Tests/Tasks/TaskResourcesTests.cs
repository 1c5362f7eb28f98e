using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Tests.Support;

namespace Infra.Tests.Tasks;

public class TaskResourcesTests
{
    private const string Volumes = """
        {"volumes":{"data":{"fileSystem":"data","mountPath":"/srv/data","readOnly":true},"tmp":{"mountPath":"/tmp"}}}
        """;

    private static readonly (string Key, string Json) FileSystems = ("fileSystems", $$"""{"data":{{Blocks.FileSystem}}}""");
    private static readonly (string Key, string Json) Queues = ("queues", """{"work":{},"done":{}}""");
    private static readonly (string Key, string Json) Repositories = ("repositories", $$"""{"app":{{Blocks.Repository}},"tools":{{Blocks.Repository}}}""");

    [Fact]
    public async Task Volumes_AreAccessPointsAndScratchSpace()
    {
        var definition = (await ContainerTaskRun.Of(Volumes, FileSystems)).Single<Ecs.TaskDefinition>();

        ResourceAssert.Inputs(
            """
            {
              "name": "data",
              "efsVolumeConfiguration": {
                "fileSystemId": "FileSystem:shop-files-data",
                "transitEncryption": "ENABLED",
                "authorizationConfig": {"accessPointId": "AccessPoint:shop-files-data/data-1000-1000", "iam": "ENABLED"}
              }
            }
            """,
            definition with { Inputs = (ImmutableDictionary<string, object>)definition["volumes[0]"]! });
        ResourceAssert.Inputs("""{"name":"tmp"}""", definition with { Inputs = (ImmutableDictionary<string, object>)definition["volumes[1]"]! });
        ResourceAssert.Json(
            """
            [
              {"sourceVolume": "data", "containerPath": "/srv/data", "readOnly": true},
              {"sourceVolume": "tmp", "containerPath": "/tmp", "readOnly": false}
            ]
            """,
            definition.Json("containerDefinitions")[0]!["mountPoints"]!);
    }

    [Fact]
    public async Task TaskRole_Volumes_AllowsMountingAccessPoints() => ResourceAssert.Json(
        """
        [{
          "Effect": "Allow",
          "Action": ["elasticfilesystem:ClientMount"],
          "Resource": ["arn:FileSystem:shop-files-data"],
          "Condition": {"StringEquals": {"elasticfilesystem:AccessPointArn": "arn:AccessPoint:shop-files-data/data-1000-1000"}}
        }]
        """,
        await Statements("shop-task-app", Volumes, FileSystems));

    [Fact]
    public async Task TaskRole_Queues_AllowsConfiguredAccess() => ResourceAssert.Json(
        """
        [{"Effect": "Allow", "Action": ["sqs:SendMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl"], "Resource": ["arn:Queue:shop-queues-work"]}]
        """,
        await Statements("shop-task-app", """{"queues":{"work":"send"}}""", Queues));

    [Fact]
    public async Task TaskRole_PeerDiscovery_AllowsListingTasksOfCluster() => ResourceAssert.Json(
        """
        [
          {
            "Effect": "Allow",
            "Action": ["ecs:ListServices", "ecs:ListTasks"],
            "Resource": ["*"],
            "Condition": {"ArnEquals": {"ecs:cluster": "arn:Cluster:shop-cluster"}}
          },
          {"Effect": "Allow", "Action": ["ecs:DescribeTasks"], "Resource": ["arn:aws:ecs:eu-central-1:123456789012:task/shop-dev/*"]}
        ]
        """,
        await Statements("shop-task-app", """{"peerDiscovery":true}"""));

    [Fact]
    public async Task Image_OfStackRepository_IsRepositoryUrl() => Assert.Equal(
        "123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop-dev/app:1",
        (string?)(await ContainerTaskRun.Of("""{"image":"${repository.app}:1"}""", Repositories))
            .Single<Ecs.TaskDefinition>().Json("containerDefinitions")[0]!["image"]);

    [Fact]
    public async Task ExecutionRole_ImageOfStackRepository_AllowsPullingFromItOnly()
    {
        var statements = await Statements("shop-task-execution", """{"image":"${repository.app}:1"}""", Repositories);

        Assert.Equal(3, statements.AsArray().Count);
        ResourceAssert.Json("""["ecr:GetAuthorizationToken"]""", statements[1]!["Action"]!);
        ResourceAssert.Json("""["arn:Repository:shop-repositories-app"]""", statements[2]!["Resource"]!);
    }

    [Fact]
    public async Task Container_RestartPolicy_IsConfigured() => ResourceAssert.Json(
        """{"enabled": true, "ignoredExitCodes": [0, 3], "restartAttemptPeriod": 120}""",
        (await ContainerTaskRun.Of("""{"restartPolicy":{"ignoredExitCodes":[3,0],"attemptPeriodSeconds":120}}"""))
            .Single<Ecs.TaskDefinition>().Json("containerDefinitions")[0]!["restartPolicy"]!);

    private static async Task<JsonNode> Statements(string role, string service, params (string Key, string Json)[] changes) =>
        (await ContainerTaskRun.Of(service, changes)).Find<AwsIam.RolePolicy>(role).Json("policy")["Statement"]!;
}
