using System.Text.Json.Nodes;
using Infra.Tasks;

namespace Infra.Tests.Tasks;

public sealed class ContainerDefinitionTests
{
    private static readonly ContainerDefinition Minimal = new()
    {
        Name = "shop",
        Image = "nginx:1.29",
        Ports = [8080],
        Environment = new Dictionary<string, string>(),
        Secrets = new Dictionary<string, string>(),
        LogGroup = "/ecs/shop-dev",
        Region = "eu-central-1",
        ReadonlyRootFilesystem = false,
        InitProcess = true,
        StopTimeoutSeconds = 30,
    };

    private static readonly ContainerDefinition Full = Minimal with
    {
        EntryPoint = ["/bin/sh", "-c"],
        Command = ["serve && wait"],
        Environment = new Dictionary<string, string> { ["b"] = "2", ["B"] = "1", ["A_URL"] = "https://x/?a=1&b=<2>" },
        Secrets = new Dictionary<string, string> { ["TOKEN"] = "arn:t", ["DB"] = "arn:s:password::" },
        HealthCheck = new ContainerHealthCheck("curl -f http://localhost:8080/ || exit 1", 15, 4, 2, 20),
        ReadonlyRootFilesystem = true,
        InitProcess = false,
    };

    [Fact]
    public void Json_MinimalContainer_ContainsDefaultsOfAws() => Assert.Equal(
        """
        [{"name":"shop","image":"nginx:1.29","essential":true,
        "portMappings":[{"containerPort":8080,"hostPort":8080,"protocol":"tcp"}],
        "environment":[],"secrets":[],"mountPoints":[],"volumesFrom":[],"systemControls":[],
        "readonlyRootFilesystem":false,"stopTimeout":30,
        "logConfiguration":{"logDriver":"awslogs","options":{"awslogs-group":"/ecs/shop-dev",
        "awslogs-region":"eu-central-1","awslogs-stream-prefix":"shop"}},
        "linuxParameters":{"initProcessEnabled":true}}]
        """.ReplaceLineEndings(""),
        ContainerDefinition.Json([Minimal]));

    [Fact]
    public void Json_FullContainer_SortsVariablesAndKeepsArgumentOrder() => Assert.Equal(
        """
        [{"name":"shop","image":"nginx:1.29","essential":true,
        "portMappings":[{"containerPort":8080,"hostPort":8080,"protocol":"tcp"}],
        "environment":[{"name":"A_URL","value":"https://x/?a=1&b=<2>"},{"name":"B","value":"1"},{"name":"b","value":"2"}],
        "secrets":[{"name":"DB","valueFrom":"arn:s:password::"},{"name":"TOKEN","valueFrom":"arn:t"}],
        "mountPoints":[],"volumesFrom":[],"systemControls":[],
        "readonlyRootFilesystem":true,"stopTimeout":30,
        "logConfiguration":{"logDriver":"awslogs","options":{"awslogs-group":"/ecs/shop-dev",
        "awslogs-region":"eu-central-1","awslogs-stream-prefix":"shop"}},
        "entryPoint":["/bin/sh","-c"],"command":["serve && wait"],
        "healthCheck":{"command":["CMD-SHELL","curl -f http://localhost:8080/ || exit 1"],
        "interval":15,"timeout":4,"retries":2,"startPeriod":20}}]
        """.ReplaceLineEndings(""),
        ContainerDefinition.Json([Full]));

    [Fact]
    public void Json_Limits_AreSortedAndUnsetOnesLeftOut()
    {
        var limited = Minimal with
        {
            User = "1000:1000",
            WorkingDirectory = "/srv",
            Limits = new ContainerLimits
            {
                CpuUnits = 128,
                MemoryReservationMiB = 256,
                Ulimits = [new Ulimit("nproc", -1, -1), new Ulimit("core", 0, 0), new Ulimit("nofile", 1024, 65535)],
            },
        };

        Assert.EndsWith(
            """
            "user":"1000:1000","workingDirectory":"/srv","cpu":128,"memoryReservation":256,
            "ulimits":[{"name":"core","softLimit":0,"hardLimit":0},{"name":"nofile","softLimit":1024,"hardLimit":65535},
            {"name":"nproc","softLimit":-1,"hardLimit":-1}],"linuxParameters":{"initProcessEnabled":true}}]
            """.ReplaceLineEndings(""),
            ContainerDefinition.Json([limited]),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Json_OtherOrderOfVariablesAndContainers_IsSame()
    {
        var reversed = Full with
        {
            Environment = new Dictionary<string, string>(Full.Environment.Reverse()),
            Secrets = new Dictionary<string, string>(Full.Secrets.Reverse()),
        };
        var sidecar = Minimal with { Name = "agent" };

        Assert.Equal(ContainerDefinition.Json([Full, sidecar]), ContainerDefinition.Json([sidecar, reversed]));
        Assert.StartsWith("""[{"name":"agent",""", ContainerDefinition.Json([Full, sidecar]), StringComparison.Ordinal);
    }

    // AWS does not return these, and the provider treats them as a change.
    [Fact]
    public void Json_EmptyValuesInNestedObjects_AreLeftOut()
    {
        var container = Minimal with
        {
            InitProcess = false,
            HealthCheck = new ContainerHealthCheck("true", 30, 5, 3, StartPeriodSeconds: 0),
            RestartPolicy = new ContainerRestartPolicy([], 300),
        };

        var json = JsonNode.Parse(ContainerDefinition.Json([container]))![0]!;

        Assert.Null(json["linuxParameters"]);
        Assert.Equal("""{"command":["CMD-SHELL","true"],"interval":30,"timeout":5,"retries":3}""", json["healthCheck"]!.ToJsonString());
        Assert.Equal("""{"enabled":true,"restartAttemptPeriod":300}""", json["restartPolicy"]!.ToJsonString());
    }

    [Fact]
    public void Json_AnyContainer_HasNoNulls()
    {
        var values = new[] { Minimal, Full }.SelectMany(container => Values(JsonNode.Parse(ContainerDefinition.Json([container])))).ToList();

        Assert.All(values, Assert.NotNull);
        Assert.Equal(13 + 31, values.Count);
    }

    private static IEnumerable<JsonValue?> Values(JsonNode? node) => node switch
    {
        JsonObject block => block.SelectMany(property => Values(property.Value)),
        JsonArray list => list.SelectMany(Values),
        _ => [node?.AsValue()],
    };
}
