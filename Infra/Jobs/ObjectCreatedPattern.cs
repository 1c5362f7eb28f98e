using System.Text.Json.Nodes;

namespace Infra.Jobs;

/// <summary>
/// The EventBridge pattern for new objects in a bucket.
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
/// </summary>
internal static class ObjectCreatedPattern
{
    public static string Json(string bucket, string? prefix, string? suffix)
    {
        var detail = new JsonObject { ["bucket"] = new JsonObject { ["name"] = new JsonArray(bucket) } };
        if (KeyFilter(prefix, suffix) is { } filter)
        {
            detail["object"] = new JsonObject { ["key"] = new JsonArray(filter) };
        }

        return CanonicalJson.Text(new JsonObject
        {
            ["source"] = new JsonArray("aws.s3"),
            ["detail-type"] = new JsonArray("Object Created"),
            ["detail"] = detail,
        });
    }

    // Two filters in one list are alternatives, so prefix and suffix together become a wildcard.
    // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
    private static JsonObject? KeyFilter(string? prefix, string? suffix) => (prefix, suffix) switch
    {
        (null, null) => null,
        (_, null) => new JsonObject { ["prefix"] = prefix },
        (null, _) => new JsonObject { ["suffix"] = suffix },
        _ => new JsonObject { ["wildcard"] = $"{Escape(prefix)}*{Escape(suffix)}" },
    };

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal);
}
