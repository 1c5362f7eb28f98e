using System.Text.Json.Nodes;

namespace Infra.Monitoring;

/// <summary>EventBridge patterns for failures in a cluster.</summary>
internal static class TaskEvents
{
    // The exit code after the SIGTERM with which ECS stops the other containers of a task that has finished.
    private const int StoppedByEcs = 143;

    /// <summary>
    /// A task that could not start, or whose essential container exited with an error. Tasks that ECS stops for a deployment or a Spot
    /// interruption have other stop codes.
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
    /// A failed deployment of a service, whether or not ECS rolled it back.
    /// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_deployment_events.html
    /// </summary>
    /// <param name="serviceArnPrefix">The prefix of the ARNs of the cluster's services.</param>
    public static string DeploymentFailed(string serviceArnPrefix) => Pattern("ECS Deployment State Change", new JsonObject
    {
        ["resources"] = new JsonArray { new JsonObject { ["prefix"] = serviceArnPrefix } },
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

/// <summary>The text of a notification about an event.</summary>
internal static class AlertTemplate
{
    /// <summary>
    /// The problem and its details, one on each line. JSON, because EventBridge then escapes the values: the reason why an image could not
    /// be pulled is full of quotes.
    /// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
    /// </summary>
    public static string Create(string problem, IEnumerable<string> details) =>
        $"{{\n  \"problem\": \"{problem}\"{string.Concat(details.Select(detail => $",\n  \"{detail}\": <{detail}>"))}\n}}";
}
