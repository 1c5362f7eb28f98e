using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Sandbox.Checks.Edits;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Checks.Reports;

/// <summary>A check for programs.</summary>
internal static class CheckJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(CheckReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            Write(report, json);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Write(CheckReport report, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("findings");
        foreach (var finding in report.Result.Findings)
        {
            json.WriteStartObject();
            WriteFinding(finding, report, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("excepted");
        foreach (var (finding, reason, until) in report.Result.Excepted)
        {
            json.WriteStartObject();
            WriteFinding(finding, report, json);
            json.WriteString("reason", reason);
            json.WriteString("until", until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("unmet");
        foreach (var control in report.Unmet)
        {
            WriteUnmet(control, json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The control, the key and the reason of a finding.</summary>
    public static void WriteSummary(Finding finding, Utf8JsonWriter json)
    {
        json.WriteString("control", finding.Control.Id);
        json.WriteString("severity", CheckWords.Of(finding.Control.Severity));
        json.WriteString("key", finding.Key);
        json.WriteString("why", finding.Why);
    }

    private static void WriteFinding(Finding finding, CheckReport report, Utf8JsonWriter json)
    {
        WriteSummary(finding, json);
        json.WriteString("title", finding.Control.Text);
        json.WriteString("standard", CheckWords.Of(finding.Control.Standard));
        json.WriteString("bestPractice", finding.Control.BestPractice);
        json.WriteNumber("line", report.File.LineOf(finding.Key));
        json.WriteStartArray("resources");
        foreach (var resource in finding.Resources)
        {
            WriteResource(resource, json);
        }

        json.WriteEndArray();
        json.WriteStartArray("edits");
        foreach (var edit in finding.Remedy.Edits.Select(report.File.Plan).OfType<LineEdit>())
        {
            WriteEdit(edit, json);
        }

        json.WriteEndArray();
        json.WriteString("note", finding.Remedy.Note);
        json.WriteString("link", finding.Control.Page.AbsoluteUri);
    }

    private static void WriteResource(ResourceKey resource, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", resource.Type);
        json.WriteString("name", resource.Name);
        json.WriteEndObject();
    }

    private static void WriteEdit(LineEdit edit, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("line", edit.Line);
        json.WriteString("old", string.Join('\n', edit.Old));
        json.WriteString("new", string.Join('\n', edit.New));
        json.WriteEndObject();
    }

    private static void WriteUnmet(Control control, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("control", control.Id);
        json.WriteString("why", control.Text);
        json.WriteString("link", control.Page.AbsoluteUri);
        json.WriteEndObject();
    }
}
