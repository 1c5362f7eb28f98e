using System.Text.Json.Nodes;
using Infra.Tests.Support;

namespace Infra.Tests.Tasks;

public class MigrationTests
{
    private const string Service = """
        {
          "migration": {"command": ["migrate", "up"]},
          "command": ["serve"],
          "environment": {"MODE": "fast"},
          "secrets": {"TOKEN": {"ssmParameter": "token"}},
          "volumes": {"scratch": {"mountPath": "/scratch"}},
          "containerHealthCheck": {"command": "true"},
          "restartPolicy": {}
        }
        """;

    [Fact]
    public async Task Application_WithMigration_StartsAfterSuccess()
    {
        var application = (await Containers("shop-task"))["shop"];

        ResourceAssert.Json("""[{"containerName":"shop-migration","condition":"SUCCESS"}]""", application["dependsOn"]!);
        ResourceAssert.Json("""["serve"]""", application["command"]!);
        Assert.True((bool)application["essential"]!);
    }

    [Fact]
    public async Task Migration_InTask_SharesImageEnvironmentAndMounts()
    {
        var migration = (await Containers("shop-task"))["shop-migration"];

        Assert.False((bool)migration["essential"]!);
        ResourceAssert.Json("""["migrate","up"]""", migration["command"]!);
        ResourceAssert.Json("""[{"name":"MODE","value":"fast"}]""", migration["environment"]!);
        Assert.Equal("TOKEN", (string?)migration["secrets"]![0]!["name"]);
        Assert.Equal("nginx:1.29", (string?)migration["image"]);
        Assert.Equal("/scratch", (string?)migration["mountPoints"]![0]!["containerPath"]);
    }

    [Fact]
    public async Task Migration_InTask_HasNoPortsHealthCheckOrRestarts()
    {
        var migration = (await Containers("shop-task"))["shop-migration"];

        Assert.Empty(migration["portMappings"]!.AsArray());
        Assert.Null(migration["healthCheck"]);
        Assert.Null(migration["restartPolicy"]);
        Assert.Null(migration["dependsOn"]);
        Assert.Equal("shop-migration", (string?)migration["logConfiguration"]!["options"]!["awslogs-stream-prefix"]);
    }

    [Fact]
    public async Task Migration_HasSeparateTaskDefinition()
    {
        var run = await ContainerTaskRun.Of(Service);

        Assert.Equal("shop-dev_migration", run.Find<Ecs.TaskDefinition>("shop-task-migration")["family"]);
        Assert.Equal("arn:Role:shop-task-app", run.Find<Ecs.TaskDefinition>("shop-task-migration")["taskRoleArn"]);
        var only = Assert.Single(await Containers("shop-task-migration"));
        Assert.True((bool)only.Value["essential"]!);
        ResourceAssert.Json("""["migrate","up"]""", only.Value["command"]!);
    }

    [Fact]
    public async Task Migration_NotConfigured_HasNoTaskDefinition() => Assert.Equal("shop-task", (await ContainerTaskRun.Of("{}")).Single<Ecs.TaskDefinition>().Name);

    private static async Task<Dictionary<string, JsonNode>> Containers(string definition) => (await ContainerTaskRun.Of(Service))
        .Find<Ecs.TaskDefinition>(definition)
        .Json("containerDefinitions")
        .AsArray()
        .ToDictionary(container => (string)container!["name"]!, container => container!);
}
