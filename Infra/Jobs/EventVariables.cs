using System.Text.Json.Nodes;

namespace Infra.Jobs;

/// <summary>
/// The environment variables with which an event starts a task, each taken from a path in the event.
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
/// </summary>
/// <param name="Paths">JSON paths by the names of the variables.</param>
internal sealed record EventVariables(IReadOnlyDictionary<string, string> Paths)
{
    /// <summary>The variables for a new object in a bucket. https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html</summary>
    public static EventVariables OfObject { get; } = new(new Dictionary<string, string>
    {
        ["BUCKET"] = "$.detail.bucket.name",
        ["OBJECT_KEY"] = "$.detail.object.key",
    });

    /// <summary>The variables for a message that EventBridge Pipes receives. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-sqs.html</summary>
    public static EventVariables OfMessage { get; } = new(new Dictionary<string, string>
    {
        ["MESSAGE_BODY"] = "$.body",
        ["MESSAGE_ID"] = "$.messageId",
    });

    /// <summary>The variables for any other event.</summary>
    public static EventVariables OfAnyEvent { get; } = new(new Dictionary<string, string>
    {
        ["EVENT_ID"] = "$.id",
        ["EVENT_SOURCE"] = "$.source",
        ["EVENT_TIME"] = "$.time",
        ["EVENT_TYPE"] = "$.detail-type",
    });

    /// <summary>The input template with the overrides for RunTask. Placeholders are not in quotes, because EventBridge inserts JSON strings with their own.</summary>
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
