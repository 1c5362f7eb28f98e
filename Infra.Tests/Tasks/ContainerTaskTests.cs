using System.Text.Json.Nodes;
using Infra.Tests.Support;

namespace Infra.Tests.Tasks;

public class ContainerTaskTests
{
    [Fact]
    public async Task Definition_MinimalConfiguration_IsSmallestFargateTask()
    {
        var inputs = (await Run("{}")).Single<Ecs.TaskDefinition>();

        ResourceAssert.Inputs(
            """
            {
              "family": "shop-dev",
              "requiresCompatibilities": ["FARGATE"],
              "networkMode": "awsvpc",
              "cpu": "256",
              "memory": "512",
              "runtimePlatform": {"cpuArchitecture": "X86_64", "operatingSystemFamily": "LINUX"},
              "executionRoleArn": "arn:Role:shop-task-execution",
              "taskRoleArn": "arn:Role:shop-task-app",
              "skipDestroy": true
            }
            """,
            inputs with { Inputs = inputs.Inputs.Remove("containerDefinitions") });
    }

    [Fact]
    public async Task Container_MinimalConfiguration_ContainsDefaultsOfAws() => ResourceAssert.Json(
        """
        {
          "name": "shop",
          "image": "nginx:1.29",
          "essential": true,
          "portMappings": [{"containerPort": 80, "hostPort": 80, "protocol": "tcp"}],
          "environment": [],
          "secrets": [],
          "mountPoints": [],
          "volumesFrom": [],
          "systemControls": [],
          "readonlyRootFilesystem": false,
          "stopTimeout": 30,
          "linuxParameters": {"initProcessEnabled": true},
          "logConfiguration": {
            "logDriver": "awslogs",
            "options": {"awslogs-group": "/ecs/shop-dev", "awslogs-region": "eu-central-1", "awslogs-stream-prefix": "shop"}
          }
        }
        """,
        await Container("{}"));

    [Theory]
    [InlineData("""{"architecture":"arm64"}""", "runtimePlatform.cpuArchitecture", "ARM64")]
    [InlineData("""{"cpuUnits":1024,"memoryMiB":3072}""", "memory", "3072")]
    [InlineData("""{"ephemeralStorageGiB":50}""", "ephemeralStorage.sizeInGib", 50.0)]
    public async Task Definition_Option_SetsInput(string changes, string input, object expected) =>
        Assert.Equal(expected, (await Run(changes)).Single<Ecs.TaskDefinition>()[input]);

    [Theory]
    [InlineData("""{"readonlyRootFilesystem":true}""", "readonlyRootFilesystem", "true")]
    [InlineData("""{"stopTimeoutSeconds":120}""", "stopTimeout", "120")]
    [InlineData("""{"entryPoint":["/bin/app"]}""", "entryPoint", """["/bin/app"]""")]
    [InlineData("""{"command":["serve","--fast"]}""", "command", """["serve","--fast"]""")]
    [InlineData(
        """{"containerHealthCheck":{"command":"curl -f http://localhost/"}}""",
        "healthCheck",
        """{"command":["CMD-SHELL","curl -f http://localhost/"],"interval":30,"timeout":5,"retries":3}""")]
    public async Task Container_Option_SetsProperty(string changes, string key, string expected) =>
        ResourceAssert.Json(expected, (await Container(changes))[key]!);

    [Fact]
    public async Task Container_Environment_IsRenderedAndSorted() => ResourceAssert.Json(
        """[{"name":"A_REGION","value":"eu-central-1"},{"name":"Z_FIRST","value":"plain"}]""",
        (await Container("""{"environment":{"Z_FIRST":"plain","A_REGION":"${aws.region}"}}"""))["environment"]!);

    [Fact]
    public async Task Container_Secrets_AreReferences()
    {
        var container = await Container("""{"secrets":{"URL":{"from":"database.url"},"TOKEN":{"generatedLength":32}}}""");

        ResourceAssert.Json(
            """
            [
              {"name": "TOKEN", "valueFrom": "arn:Secret:shop-task-secrets-TOKEN:::SecretVersion:shop-task-secrets-TOKEN"},
              {"name": "URL", "valueFrom": "arn:Secret:shop-database:url::SecretVersion:shop-database"}
            ]
            """,
            container["secrets"]!);
        Assert.Equal([], container["environment"]!.AsArray());
        Assert.DoesNotContain("generated-value", container.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LogGroup_Retention_IsConfigured() => ResourceAssert.Inputs(
        """{"name":"/ecs/shop-dev","retentionInDays":7}""", (await Run("""{"logRetentionDays":7}""")).Single<CloudWatch.LogGroup>());

    private static async Task<JsonNode> Container(string changes) =>
        Assert.Single((await Run(changes)).Single<Ecs.TaskDefinition>().Json("containerDefinitions").AsArray())!;

    private static Task<StackRun> Run(string changes) => ContainerTaskRun.Of(changes);
}
