using System.Text.Json.Nodes;
using Infra.Configuration.Binding;

namespace Infra.Monitoring;

/// <summary>Patterns of the events that tell of failures in a cluster.</summary>
internal static class TaskEvents
{
    // What ECS's own SIGTERM ends with: the other containers of a task that has finished.
    private const int StoppedByEcs = 143;

    /// <summary>
    /// A task that could not start, or whose container gave up. Tasks that ECS stops, for a deployment or for the price of
    /// spare capacity, have other codes.
    /// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html
    /// </summary>
    public static string TaskFailed(string clusterArn) => Pattern("ECS Task State Change", new JsonObject
    {
        ["detail"] = new JsonObject
        {
            ["clusterArn"] = CanonicalJson.Array([clusterArn]),
            ["lastStatus"] = CanonicalJson.Array(["STOPPED"]),
            ["$or"] = new JsonArray
            {
                new JsonObject { ["stopCode"] = CanonicalJson.Array(["TaskFailedToStart"]) },
                new JsonObject
                {
                    ["stopCode"] = CanonicalJson.Array(["EssentialContainerExited"]),
                    ["containers"] = new JsonObject
                    {
                        ["exitCode"] = new JsonArray { new JsonObject { ["anything-but"] = new JsonArray(0, StoppedByEcs) } },
                    },
                },
            },
        },
    });

    /// <summary>
    /// A deployment of a service that ECS gave up, whether or not it went back to the last good one.
    /// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_deployment_events.html
    /// </summary>
    /// <param name="servicesOfCluster">What the ARNs of the cluster's services begin with.</param>
    public static string DeploymentFailed(string servicesOfCluster) => Pattern("ECS Deployment State Change", new JsonObject
    {
        ["resources"] = new JsonArray { new JsonObject { ["prefix"] = servicesOfCluster } },
        ["detail"] = new JsonObject { ["eventName"] = CanonicalJson.Array(["SERVICE_DEPLOYMENT_FAILED"]) },
    });

    private static string Pattern(string detailType, JsonObject rest)
    {
        var pattern = new JsonObject { ["source"] = CanonicalJson.Array(["aws.ecs"]), ["detail-type"] = CanonicalJson.Array([detailType]) };
        foreach (var (key, value) in rest)
        {
            pattern[key] = value?.DeepClone();
        }

        return CanonicalJson.Text(pattern);
    }
}

/// <summary>What EventBridge makes of an event before it tells of it.</summary>
internal static class AlertTemplate
{
    /// <summary>
    /// The problem and the facts by name, one on each line. As JSON, since EventBridge then escapes what stands in a fact: the
    /// reason why an image could not be pulled is full of quotes.
    /// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
    /// </summary>
    public static string Of(string problem, IEnumerable<string> facts) =>
        $"{{\n  \"problem\": \"{problem}\"{string.Concat(facts.Select(fact => $",\n  \"{fact}\": <{fact}>"))}\n}}";
}
