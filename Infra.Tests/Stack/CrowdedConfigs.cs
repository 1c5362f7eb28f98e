using System.Text.Json.Nodes;
using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>Stacks with everything that an operator can name, each thing by each of the given names.</summary>
internal static class CrowdedConfigs
{
    public static StackConfig Of(string application, IReadOnlyList<string> names) => TestConfigs.With(
        ("name", application),
        ("network", """{"natGateways":"single","s3GatewayEndpoint":true,"interfaceEndpoints":["logs"],"flowLogRetentionDays":7}"""),
        ("domain", Blocks.Domain),
        ("authentication", Blocks.UserPool),
        ("authentication", $$"""{"publicPaths":["/{{names[0]}}/hooks/*"]}"""),
        ("loadBalancer", """{"accessLogRetentionDays":7}"""),
        ("webAcl", "{}"),
        ("database", Blocks.Database),
        ("database", """{"logExports":["postgresql"],"finalSnapshot":true}"""),
        ("cache", Blocks.Cache),
        ("offHours", Blocks.OffHours),
        ("backup", Blocks.Backup),
        ("notifications", """{"emails":["ops@example.com"]}"""),
        ("alarms", "{}"),
        ("dashboard", "true"),
        ("buckets", Each(names, (_, _) => Json(Blocks.Bucket))),
        ("fileSystems", Each(names, (_, _) => Json(Blocks.FileSystem))),
        ("queues", Each(names, (_, _) => new JsonObject())),
        ("repositories", Each(names, (_, _) => Json(Blocks.Repository))),
        ("cluster", $$"""{"containerInsights":"disabled","namespace":"shop.internal","instances":{{Each(names, (_, _) => Json(BusyInstances))}}}"""),
        ("service", Service(0, names).ToJsonString()),
        ("services", Each(names, (name, index) => Further(name, index + 1, names))),
        ("jobs", Each(names, Job)));

    private const string BusyInstances =
        """{"instanceType":"m7i.large","minimumInstances":1,"maximumInstances":4,"cpuPercent":60,"subnets":"private"}""";

    // Deployments of every second one move traffic, and the others have a port of the network load balancer.
    private static JsonObject Service(int index, IReadOnlyList<string> names)
    {
        var service = Plain(index, names);
        if (index % 2 != 0)
        {
            service["discoveryName"] = $"d-{index}";
        }

        return service;
    }

    private static JsonObject Plain(int index, IReadOnlyList<string> names) => new()
    {
        ["image"] = "a:1",
        ["containerPort"] = 80,
        ["subnets"] = "private",
        ["migration"] = Json("""{"command":["up"]}"""),
        ["secrets"] = Json("""{"GENERATED":{"generatedLength":32}}"""),
        ["volumes"] = new JsonObject { ["storage"] = new JsonObject { ["fileSystem"] = names[0], ["mountPath"] = "/data" } },
        ["tcpPorts"] = index % 2 == 0 ? new JsonArray() : new JsonArray(new JsonObject { ["port"] = 9000 + index }),
        // AWS moves no traffic of a rule that signs users in.
        ["routing"] = new JsonObject { ["signIn"] = index % 2 != 0 },
        ["deployment"] = new JsonObject { ["strategy"] = index % 2 == 0 ? "linear" : "rolling" },
        ["scaling"] = new JsonObject
        {
            ["minimumTasks"] = 1,
            ["maximumTasks"] = 2,
            ["cpuPercent"] = 50,
            ["memoryPercent"] = 50,
            ["requestsPerTask"] = 50,
            ["backlogPerTask"] = new JsonObject { ["queue"] = names[0], ["messagesPerTask"] = 1 },
            ["metrics"] = Json(Each(names, (_, _) => Json("""{"namespace":"Shop","metricName":"Sessions","targetValue":9}"""))),
            // Every second one in both ways: AWS allows 50 policies for a service.
            ["steps"] = Json(Each(names, (_, step) => Json(step % 2 == 0
                ? """{"metric":"cpu","scaleInBelowValue":10,"scaleOut":[{"aboveValue":80,"addTasks":1}]}"""
                : """{"metric":"cpu","scaleOut":[{"aboveValue":80,"addTasks":1}]}"""))),
            ["schedules"] = Json(Each(names, (_, hour) => Json($$"""{"expression":"cron(0 {{hour}} * * ? *)","minimumTasks":1,"maximumTasks":2}"""))),
        },
    };

    private static JsonObject Further(string name, int index, IReadOnlyList<string> names)
    {
        var service = Service(index, names);
        service["routing"]!["paths"] = new JsonArray($"/{name}/*");
        service["routing"]!["priority"] = 10 * index;
        return service;
    }

    // Every second one is started by messages.
    private static JsonObject Job(string name, int index) => new()
    {
        ["subnets"] = "private",
        ["schedule"] = Json("""{"expression":"cron(0 3 * * ? *)"}"""),
        ["event"] = new JsonObject { [index % 2 == 0 ? "bucket" : "queue"] = name },
        ["secrets"] = Json("""{"GENERATED":{"generatedLength":32}}"""),
    };

    private static string Each(IReadOnlyList<string> names, Func<string, int, JsonNode> make) =>
        new JsonObject(names.Select((name, index) => KeyValuePair.Create(name, (JsonNode?)make(name, index)))).ToJsonString();

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();
}
