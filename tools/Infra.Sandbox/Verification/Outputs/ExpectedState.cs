using System.Collections.Immutable;
using System.Text.Json;
using Infra.Sandbox.Verification.Aws;
using Pulumi;

namespace Infra.Sandbox.Verification.Outputs;

/// <summary>The state that AWS must reach: the output <c>expected</c>.</summary>
internal sealed record ExpectedState
{
    private const string Output = "expected";

    public required string Project { get; init; }

    public required string Region { get; init; }

    public required string Cluster { get; init; }

    /// <summary>Null without a certificate of the stack.</summary>
    public ExpectedHttps? Https { get; init; }

    public required ImmutableArray<ExpectedService> Services { get; init; }

    public required ImmutableArray<ExpectedJob> Jobs { get; init; }

    /// <exception cref="RunException">The outputs are not those of a stack with the output.</exception>
    public static ExpectedState Read(JsonElement outputs, string source)
    {
        if (outputs.Find(Output) is not { } json || json.Find("services") is null)
        {
            throw new RunException($"{source} has no output \"{Output}\"; run pulumi up with this version of the program first");
        }

        var project = json.Text("project");
        return new ExpectedState
        {
            Project = project,
            Region = json.Text("region"),
            Cluster = json.Text("cluster"),
            Https = json.Find("httpsListener") is { } https && https.Text("listener").Length > 0
                ? new ExpectedHttps(https.Text("listener"), https.Text("certificate"))
                : null,
            Services = [.. Entries(json, "services").Select(entry => ExpectedService.Read($"{project}:{entry.Name}", entry.Value))],
            Jobs = [.. Entries(json, "jobs").Select(entry => ExpectedJob.Read($"{project}:{entry.Name}", entry.Value))],
        };
    }

    private static IEnumerable<JsonProperty> Entries(JsonElement json, string name) =>
        (json.Find(name)?.EnumerateObject() ?? []).OrderBy(entry => entry.Name, StringComparer.Ordinal);
}

/// <summary>The HTTPS listener of the load balancer, and its certificate.</summary>
internal sealed record ExpectedHttps(string Listener, string Certificate);

/// <summary>A service in the cluster.</summary>
/// <param name="Key">Its key in the stack file, such as <c>app:services.admin</c>.</param>
internal sealed record ExpectedService(string Key)
{
    /// <summary>Its name in the cluster.</summary>
    public required string Name { get; init; }

    /// <summary>The ARN of the revision.</summary>
    public required string TaskDefinition { get; init; }

    /// <summary>Whether a pipeline decides which revision runs.</summary>
    public bool IsPipelineOwned { get; init; }

    public required int MinimumTasks { get; init; }

    public required int MaximumTasks { get; init; }

    public ImmutableArray<string> ListenerRules { get; init; } = [];

    /// <summary>The target groups of each port: tasks are in one of them.</summary>
    public ImmutableArray<ImmutableArray<string>> TargetGroups { get; init; } = [];

    public required int TimeoutMinutes { get; init; }

    public static ExpectedService Read(string key, JsonElement json) => new(key)
    {
        Name = json.Text("service"),
        TaskDefinition = json.Text("taskDefinition"),
        IsPipelineOwned = json.Flag("isPipelineOwned"),
        MinimumTasks = json.Number("minimumTasks") ?? 0,
        MaximumTasks = json.Number("maximumTasks") ?? 0,
        ListenerRules = json.Texts("listenerRules"),
        TargetGroups =
        [
            .. json.Items("targetGroups").Select(port => port.EnumerateArray().Select(arn => arn.GetString()!).ToImmutableArray()),
        ],
        TimeoutMinutes = json.Number("timeoutMinutes") ?? 0,
    };
}

/// <summary>A job, and what runs it: at most one of a schedule, an event rule and a pipe.</summary>
internal sealed record ExpectedJob(string Key)
{
    public required string TaskDefinition { get; init; }

    public string Schedule { get; init; } = "";

    public string EventRule { get; init; } = "";

    public string Pipe { get; init; } = "";

    /// <summary>The trigger in words; empty if people start it.</summary>
    public string Trigger =>
        Schedule.Length > 0 ? $"schedule {Schedule}"
        : EventRule.Length > 0 ? $"event rule {EventRule}"
        : Pipe.Length > 0 ? $"pipe {Pipe}"
        : "";

    public static ExpectedJob Read(string key, JsonElement json) => new(key)
    {
        TaskDefinition = json.Text("taskDefinition"),
        Schedule = json.Text("schedule"),
        EventRule = json.Text("eventRule"),
        Pipe = json.Text("pipe"),
    };
}
