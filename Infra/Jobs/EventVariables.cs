using System.Text.Json.Nodes;

namespace Infra.Jobs;

/// <summary>
/// What a task is told of the event that started it: environment variables, each from a path in the event.
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
/// </summary>
/// <param name="Paths">Paths by the names of the variables.</param>
internal sealed record EventVariables(IReadOnlyDictionary<string, string> Paths)
{
    public static EventVariables OfObject { get; } = new(new Dictionary<string, string>
    {
        ["BUCKET"] = "$.detail.bucket.name",
        ["OBJECT_KEY"] = "$.detail.object.key",
    });

    /// <summary>Of a message that EventBridge Pipes reads. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-sqs.html</summary>
    public static EventVariables OfMessage { get; } = new(new Dictionary<string, string>
    {
        ["MESSAGE_BODY"] = "$.body",
        ["MESSAGE_ID"] = "$.messageId",
    });

    public static EventVariables OfAnyEvent { get; } = new(new Dictionary<string, string>
    {
        ["EVENT_ID"] = "$.id",
        ["EVENT_SOURCE"] = "$.source",
        ["EVENT_TIME"] = "$.time",
        ["EVENT_TYPE"] = "$.detail-type",
    });

    /// <summary>The template of what RunTask is told. A placeholder stands without quotes: EventBridge puts a JSON text there, with its own.</summary>
    public string Template(string container)
    {
        var environment = Paths.Keys.Order(StringComparer.Ordinal).Select(name => (JsonNode)new JsonObject
        {
            ["name"] = name,
            ["value"] = $"<{name}>",
        });
        var template = CanonicalJson.Text(new JsonObject
        {
            ["containerOverrides"] = new JsonArray(new JsonObject
            {
                ["name"] = container,
                ["environment"] = CanonicalJson.Array(environment),
            }),
        });

        return Paths.Keys.Aggregate(template, (text, name) => text.Replace($"\"<{name}>\"", $"<{name}>", StringComparison.Ordinal));
    }
}
