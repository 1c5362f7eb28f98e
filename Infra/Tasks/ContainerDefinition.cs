using System.Text.Json.Nodes;

namespace Infra.Tasks;

/// <summary>
/// One container of a task definition, in the form in which AWS returns it; any other form would replace the task definition with
/// each update. Environment and secrets are sorted, nothing is null, and values that AWS fills in are set. The provider ignores empty
/// lists only directly in the container (containerDefinitions.reduce in terraform-provider-aws), so nested objects leave them out.
/// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
/// </summary>
internal sealed record ContainerDefinition
{
    public required string Name { get; init; }

    public required string Image { get; init; }

    /// <summary>Whether the task stops when this container stops.</summary>
    public bool Essential { get; init; } = true;

    public IReadOnlyList<int> Ports { get; init; } = [];

    public IReadOnlyList<string> EntryPoint { get; init; } = [];

    public IReadOnlyList<string> Command { get; init; } = [];

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>The ARNs that values are read from when the task starts, by variable.</summary>
    public required IReadOnlyDictionary<string, string> Secrets { get; init; }

    public required string LogGroup { get; init; }

    public required string Region { get; init; }

    public ContainerHealthCheck? HealthCheck { get; init; }

    public required bool ReadonlyRootFilesystem { get; init; }

    public required bool InitProcess { get; init; }

    public required int StopTimeoutSeconds { get; init; }

    public ContainerRestartPolicy? RestartPolicy { get; init; }

    public ContainerLimits Limits { get; init; } = new();

    /// <summary>The user; null for the user of the image.</summary>
    public string? User { get; init; }

    /// <summary>The working directory; null for the one of the image.</summary>
    public string? WorkingDirectory { get; init; }

    public IReadOnlyList<ContainerMount> Mounts { get; init; } = [];

    /// <summary>Containers that must succeed before this one starts.</summary>
    public IReadOnlyList<string> StartsAfterSuccessOf { get; init; } = [];

    public static string Json(IEnumerable<ContainerDefinition> containers) => CanonicalJson.Text(
        CanonicalJson.Array(containers.OrderBy(container => container.Name, StringComparer.Ordinal).Select(container => container.ToJson())));

    private JsonNode ToJson()
    {
        var json = new JsonObject
        {
            ["name"] = Name,
            ["image"] = Image,
            ["essential"] = Essential,
            ["portMappings"] = PortMappings(),
            ["environment"] = Pairs(Environment, "value"),
            ["secrets"] = Pairs(Secrets, "valueFrom"),
            ["mountPoints"] = CanonicalJson.Array(Mounts.OrderBy(mount => mount.Volume, StringComparer.Ordinal).Select(mount => mount.ToJson())),
            ["volumesFrom"] = new JsonArray(),
            ["systemControls"] = new JsonArray(),
            ["readonlyRootFilesystem"] = ReadonlyRootFilesystem,
            ["stopTimeout"] = StopTimeoutSeconds,
            ["logConfiguration"] = LogConfiguration(),
        };

        AddWords(json, "entryPoint", EntryPoint);
        AddWords(json, "command", Command);
        AddText(json, "user", User);
        AddText(json, "workingDirectory", WorkingDirectory);
        Limits.AddTo(json);
        if (InitProcess)
        {
            json["linuxParameters"] = new JsonObject { ["initProcessEnabled"] = true };
        }

        AddLifecycle(json);
        return json;
    }

    private void AddLifecycle(JsonObject json)
    {
        if (HealthCheck is not null)
        {
            json["healthCheck"] = HealthCheck.ToJson();
        }

        if (RestartPolicy is not null)
        {
            json["restartPolicy"] = RestartPolicy.ToJson();
        }

        if (StartsAfterSuccessOf.Count > 0)
        {
            json["dependsOn"] = CanonicalJson.Array(StartsAfterSuccessOf.Select(
                container => (JsonNode)new JsonObject { ["containerName"] = container, ["condition"] = "SUCCESS" }));
        }
    }

    // In awsvpc and host mode the host port must equal the container port.
    private JsonArray PortMappings() => CanonicalJson.Array(Ports.Distinct().Order().Select(
        port => (JsonNode)new JsonObject { ["containerPort"] = port, ["hostPort"] = port, ["protocol"] = "tcp" }));

    private JsonObject LogConfiguration() => new()
    {
        ["logDriver"] = "awslogs",
        ["options"] = new JsonObject
        {
            ["awslogs-group"] = LogGroup,
            ["awslogs-region"] = Region,
            ["awslogs-stream-prefix"] = Name,
        },
    };

    private static JsonArray Pairs(IReadOnlyDictionary<string, string> pairs, string valueKey) =>
        CanonicalJson.Array(pairs
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => (JsonNode)new JsonObject { ["name"] = pair.Key, [valueKey] = pair.Value }));

    private static void AddText(JsonObject json, string key, string? text)
    {
        if (text is not null)
        {
            json[key] = text;
        }
    }

    private static void AddWords(JsonObject json, string key, IReadOnlyList<string> words)
    {
        if (words.Count > 0)
        {
            json[key] = CanonicalJson.Array(words);
        }
    }
}

/// <summary>A mount point of a volume in a container.</summary>
internal sealed record ContainerMount(string Volume, string Path, bool ReadOnly)
{
    public JsonNode ToJson() => new JsonObject { ["sourceVolume"] = Volume, ["containerPath"] = Path, ["readOnly"] = ReadOnly };
}

/// <summary>A health check command that ECS runs in a container.</summary>
internal sealed record ContainerHealthCheck(
    string Command, int IntervalSeconds, int TimeoutSeconds, int Retries, int StartPeriodSeconds)
{
    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["command"] = CanonicalJson.Array(["CMD-SHELL", Command]),
            ["interval"] = IntervalSeconds,
            ["timeout"] = TimeoutSeconds,
            ["retries"] = Retries,
        };
        if (StartPeriodSeconds > 0)
        {
            json["startPeriod"] = StartPeriodSeconds;
        }

        return json;
    }
}

/// <summary>The policy by which ECS restarts a container within its task.</summary>
internal sealed record ContainerRestartPolicy(IReadOnlyList<int> IgnoredExitCodes, int AttemptPeriodSeconds)
{
    public JsonNode ToJson()
    {
        var json = new JsonObject { ["enabled"] = true, ["restartAttemptPeriod"] = AttemptPeriodSeconds };
        if (IgnoredExitCodes.Count > 0)
        {
            json["ignoredExitCodes"] = CanonicalJson.Array(IgnoredExitCodes.Order().Select(code => (JsonNode)code));
        }

        return json;
    }
}
