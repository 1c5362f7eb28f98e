using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Sandbox.Verification.Aws;

/// <summary>Reads members of AWS's answers, which leave out those without a value.</summary>
internal static class JsonReading
{
    public static string Text(this JsonElement json, string name) =>
        Find(json, name) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : "";

    public static int? Number(this JsonElement json, string name) =>
        Find(json, name) is { ValueKind: JsonValueKind.Number } value ? (int)value.GetDouble() : null;

    public static bool Flag(this JsonElement json, string name) => Find(json, name) is { ValueKind: JsonValueKind.True };

    public static JsonElement? Find(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) =>
        Find(json, name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

    public static ImmutableArray<string> Texts(this JsonElement json, string name) =>
        [.. json.Items(name).Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)];

    /// <summary>A time, as version 2 of the command prints it (ISO 8601) or version 1 (seconds since 1970).</summary>
    public static DateTimeOffset? Time(this JsonElement json, string name) => Find(json, name) switch
    {
        { ValueKind: JsonValueKind.Number } seconds => DateTimeOffset.UnixEpoch.AddSeconds(seconds.GetDouble()),
        { ValueKind: JsonValueKind.String } text when text.TryGetDateTimeOffset(out var time) => time,
        _ => null,
    };
}
