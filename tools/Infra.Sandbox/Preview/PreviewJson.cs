using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Configuration.Binding;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Notices;

namespace Infra.Sandbox.Preview;

/// <summary>
/// A plan in the format of <c>pulumi preview --json</c>, with symbols for the values that only AWS knows,
/// so that policies and container definitions are readable.
/// </summary>
internal static class PreviewJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(ResourceGraph graph, IReadOnlyList<Notice> notices, IReadOnlyList<ConfigProblem> warnings)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            Write(graph, notices, warnings, json);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Write(ResourceGraph graph, IReadOnlyList<Notice> notices, IReadOnlyList<ConfigProblem> warnings, Utf8JsonWriter json)
    {
        var urns = new Urns(graph);
        json.WriteStartObject();
        json.WriteStartArray("steps");
        foreach (var node in graph.Resources)
        {
            WriteStep(node, urns, json);
        }

        json.WriteEndArray();
        json.WritePropertyName("outputs");
        WriteValue(graph.Outputs, json);
        json.WriteStartObject("changeSummary");
        json.WriteNumber("create", graph.Resources.Length);
        json.WriteEndObject();
        WriteRemarks("notices", notices.Select(notice => (notice.Key, notice.Message)), json);
        WriteRemarks("warnings", warnings.Select(warning => (warning.Key, warning.Message)), json);
        json.WriteEndObject();
    }

    private static void WriteRemarks(string name, IEnumerable<(string Key, string Message)> remarks, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var (key, message) in remarks)
        {
            json.WriteStartObject();
            json.WriteString("key", key);
            json.WriteString("message", message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStep(ResourceNode node, Urns urns, Utf8JsonWriter json)
    {
        var urn = urns.Of(node.Key);
        json.WriteStartObject();
        json.WriteString("op", "create");
        json.WriteString("urn", urn);
        json.WriteStartObject("newState");
        json.WriteString("urn", urn);
        json.WriteBoolean("custom", !node.IsComponent);
        json.WriteString("type", node.Key.Type);
        json.WritePropertyName("inputs");
        WriteValue(node.Inputs, json);
        if (node.Parent is { } parent)
        {
            json.WriteString("parent", urns.Of(parent));
        }

        if (node.Settings.Protect)
        {
            json.WriteBoolean("protect", true);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void WriteValue(PropertyValue value, Utf8JsonWriter json)
    {
        switch (value)
        {
            case PropertyValue.Secret:
                json.WriteStringValue(DisplayText.Secret);
                break;
            case PropertyValue.Unknown:
                json.WriteStringValue(DisplayText.Unknown);
                break;
            case PropertyValue.Map map:
                WriteMap(map, json);
                break;
            case PropertyValue.List list:
                WriteList(list, json);
                break;
            case PropertyValue.Text text:
                json.WriteStringValue(text.Value);
                break;
            case PropertyValue.Number number:
                json.WriteNumberValue(number.Value);
                break;
            case PropertyValue.Flag flag:
                json.WriteBooleanValue(flag.Value);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private static void WriteMap(PropertyValue.Map map, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var (key, item) in map.Entries)
        {
            json.WritePropertyName(key);
            WriteValue(item, json);
        }

        json.WriteEndObject();
    }

    private static void WriteList(PropertyValue.List list, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var item in list.Items)
        {
            WriteValue(item, json);
        }

        json.WriteEndArray();
    }
}
