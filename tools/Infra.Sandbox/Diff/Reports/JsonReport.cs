using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Sandbox.Changes;
using Infra.Sandbox.Checks.Reports;
using Infra.Sandbox.Costs.Reports;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Notices;
using Infra.Sandbox.Preview;

namespace Infra.Sandbox.Diff.Reports;

/// <summary>A difference for programs, in the order of the update.</summary>
internal static class JsonReport
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(StackDiff diff)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            Write(diff, json);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Write(StackDiff diff, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("changes");
        foreach (var change in diff.Plan.Changes)
        {
            WriteChange(change, diff.Attribution, json);
        }

        json.WriteEndArray();
        json.WriteStartArray("problems");
        foreach (var problem in diff.Plan.Problems)
        {
            WriteProblem(problem, json);
        }

        json.WriteEndArray();
        WriteComingAndGoing("findings", diff.Findings, CheckJson.WriteSummary, json);
        WriteComingAndGoing("notices", diff.Notices, WriteNotice, json);
        if (diff.Cost is { } cost)
        {
            CostChangeJson.Write(cost, json);
        }

        json.WriteEndObject();
    }

    private static void WriteComingAndGoing<T>(string name, ComingAndGoing<T> remarks, Action<T, Utf8JsonWriter> write, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var (change, remark) in remarks.New.Select(remark => ("new", remark)).Concat(remarks.Gone.Select(remark => ("gone", remark))))
        {
            json.WriteStartObject();
            json.WriteString("change", change);
            write(remark, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNotice(Notice notice, Utf8JsonWriter json)
    {
        json.WriteString("key", notice.Key);
        json.WriteString("message", notice.Message);
    }

    private static void WriteChange(ResourceChange change, Attribution attribution, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", change.Key.Type);
        json.WriteString("name", change.Key.Name);
        json.WriteString("action", DiffWords.Of(change.Action));
        json.WriteStartArray("keys");
        foreach (var key in attribution.KeysOf(change))
        {
            json.WriteStringValue(key);
        }

        json.WriteEndArray();
        json.WriteStartArray("properties");
        foreach (var property in change.Properties)
        {
            WriteProperty(property, json);
        }

        json.WriteEndArray();
        json.WriteStartArray("effects");
        foreach (var effect in change.Effects)
        {
            WriteEffect(effect, json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteProperty(PropertyChange property, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("path", property.Path);
        json.WritePropertyName("old");
        PreviewJson.WriteValue(property.Old ?? PropertyValue.Null.Value, json);
        json.WritePropertyName("new");
        PreviewJson.WriteValue(property.New ?? PropertyValue.Null.Value, json);
        json.WriteBoolean("forcesReplacement", property.ForcesReplacement);
        json.WriteEndObject();
    }

    private static void WriteEffect(Effect effect, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(effect.Kind.ToString()));
        json.WriteString("text", effect.Text);
        json.WriteEndObject();
    }

    private static void WriteProblem(UpdateProblem problem, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("step", problem.Number);
        json.WriteString("text", problem.Text);
        json.WriteString("remedy", problem.Remedy);
        json.WriteEndObject();
    }
}
