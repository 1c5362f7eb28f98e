using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Sandbox.Checks.Edits;

namespace Infra.Sandbox.Checks.Reports;

/// <summary>A check in SARIF 2.1.0, for code scanning on GitHub. https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html</summary>
internal static class SarifReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

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
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(report, json);
        json.WriteStartArray("results");
        foreach (var finding in report.Result.Findings)
        {
            WriteResult(finding, null, report, json);
        }

        foreach (var excepted in report.Result.Excepted)
        {
            WriteResult(excepted.Finding, excepted, report, json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(CheckReport report, Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "sandbox check");
        json.WriteStartArray("rules");
        var controls = report.Result.Findings.Concat(report.Result.Excepted.Select(excepted => excepted.Finding)).Select(finding => finding.Control);
        foreach (var control in controls.DistinctBy(control => control.Id))
        {
            WriteRule(control, json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRule(Control control, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", control.Id);
        WriteText("shortDescription", $"{control.Id}: {control.Text}", json);
        json.WriteString("helpUri", control.Page.AbsoluteUri);
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", LevelOf(control.Severity));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("security-severity", ScoreOf(control.Severity));
        json.WriteStartArray("tags");
        json.WriteStringValue("security");
        json.WriteStringValue(CheckWords.Of(control.Standard));
        if (control.BestPractice is { } practice)
        {
            json.WriteStringValue(practice);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Finding finding, ExceptedFinding? excepted, CheckReport report, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Control.Id);
        json.WriteString("level", LevelOf(finding.Control.Severity));
        WriteText("message", MessageOf(finding, report), json);
        json.WriteStartArray("locations");
        json.WriteStartObject();
        WriteLocation(report, finding.Key, json);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("controlAndKey/v1", $"{report.Stack}/{finding.Control.Id}/{finding.Key}");
        json.WriteEndObject();
        if (excepted is not null)
        {
            WriteSuppression(excepted, json);
        }

        json.WriteEndObject();
    }

    private static void WriteLocation(CheckReport report, string key, Utf8JsonWriter json)
    {
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", report.FileName.Replace('\\', '/'));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", report.File.LineOf(key));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSuppression(ExceptedFinding excepted, Utf8JsonWriter json)
    {
        json.WriteStartArray("suppressions");
        json.WriteStartObject();
        json.WriteString("kind", "inSource");
        json.WriteString("justification", string.Create(CultureInfo.InvariantCulture, $"{excepted.Reason} (until {excepted.Until:yyyy-MM-dd})"));
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static string MessageOf(Finding finding, CheckReport report)
    {
        var edits = finding.Remedy.Edits.Select(report.File.Plan).OfType<LineEdit>().SelectMany(edit => edit.New).Select(line => line.Trim());
        var lines = string.Join(", ", edits);
        return $"{finding.Key}: {finding.Why}.{(lines.Length > 0 ? $" Write: {lines}." : "")}{(finding.Remedy.Note is { } note ? $" {note}" : "")}";
    }

    private static void WriteText(string name, string text, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string LevelOf(Severity severity) => severity switch
    {
        Severity.Low => "note",
        Severity.Medium => "warning",
        _ => "error",
    };

    // GitHub's ranges: https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
    private static string ScoreOf(Severity severity) => severity switch
    {
        Severity.Low => "3.0",
        Severity.Medium => "5.5",
        Severity.High => "8.0",
        _ => "9.5",
    };
}
