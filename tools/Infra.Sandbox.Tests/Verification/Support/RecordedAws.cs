using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Sandbox.Verification.Aws;
using Infra.Sandbox.Verification.Outputs;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Verification.Support;

/// <summary>Answers of AWS from files; later files take precedence over earlier ones.</summary>
internal sealed class RecordedAws : IAwsCli
{
    private static readonly string[] DescribedTasks = ["ecs describe-tasks", "ecs describe-tasks STOPPED"];

    private readonly JsonObject _answers = [];

    public RecordedAws(params string[] files)
    {
        foreach (var (call, answer) in files.SelectMany(file => Read(file)))
        {
            _answers[call] = answer!.DeepClone();
        }
    }

    /// <summary>The calls so far, each with its arguments.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>The outputs of the recorded stack.</summary>
    public static ExpectedState Outputs => ExpectedState.Read(JsonDocument.Parse(File.ReadAllText(PathOf("outputs"))).RootElement, "outputs.json");

    public static string PathOf(string file) => RepositoryFiles.Path("tools", "Infra.Sandbox.Tests", "Verification", "Recordings", $"{file}.json");

    /// <summary>Replaces an answer; one with an <c>error</c> makes the call fail with that code.</summary>
    public RecordedAws With(string call, string json)
    {
        _answers[call] = JsonNode.Parse(json);
        return this;
    }

    /// <summary>Replaces a text in all answers.</summary>
    public RecordedAws Replace(string old, string @new)
    {
        foreach (var (call, answer) in _answers.ToList())
        {
            _answers[call] = JsonNode.Parse(answer!.ToJsonString().Replace(old, @new, StringComparison.Ordinal));
        }

        return this;
    }

    public Task<JsonElement> CallAsync(AwsCall call, CancellationToken cancellation)
    {
        Calls.Add($"{call.Service} {call.Operation} {string.Join(' ', call.Arguments)}");
        var answer = call switch
        {
            { Operation: "list-tasks" } => Answer($"{call.Service} {call.Operation} {call.Arguments[^1]}"),
            { Operation: "describe-tasks" } => Tasks(call.Arguments),
            _ => Answer($"{call.Service} {call.Operation}"),
        };
        return answer?["error"]?.GetValue<string>() is { } code
            ? throw new AwsCallException(call, code, answer["message"]!.GetValue<string>())
            : Task.FromResult(JsonSerializer.SerializeToElement(answer));
    }

    private JsonNode? Answer(string call) => _answers[call] ?? throw new InvalidOperationException($"there is no answer for {call}");

    private JsonObject Tasks(string[] arguments)
    {
        var tasks = DescribedTasks
            .SelectMany(call => _answers[call]?["tasks"]?.AsArray() ?? [])
            .Where(task => arguments.Contains(task!["taskArn"]!.GetValue<string>()))
            .Select(task => task!.DeepClone());
        return new JsonObject { ["tasks"] = new JsonArray([.. tasks]), ["failures"] = new JsonArray() };
    }

    private static JsonObject Read(string file) => JsonNode.Parse(File.ReadAllText(PathOf(file)))!.AsObject();
}
