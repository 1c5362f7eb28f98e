using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Sandbox.Verification.Causes;
using Infra.Sandbox.Verification.Checks;

namespace Infra.Sandbox.Verification.Reports;

/// <summary>A verification for programs.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(VerificationReport report) => new JsonObject
    {
        ["stack"] = report.Stack,
        ["region"] = report.Region,
        ["cluster"] = report.Cluster,
        ["isGood"] = report.IsGood,
        ["seconds"] = (int)report.Duration.TotalSeconds,
        ["services"] = Array(report.Services.Select(Service)),
        ["jobs"] = Array(report.Jobs.Select(Job)),
        ["findings"] = Array(report.Findings.Select(Json)),
    }.ToJsonString(Readable);

    private static JsonObject Service(ServiceReport service)
    {
        var json = new JsonObject
        {
            ["key"] = service.Key,
            ["service"] = service.Name,
            ["expected"] = service.Expected,
            ["running"] = service.Running,
            ["outcome"] = JsonNamingPolicy.CamelCase.ConvertName($"{service.Outcome}"),
            ["text"] = service.Text,
            ["findings"] = Array(service.Findings.Select(Json)),
        };
        if (service.Cause is { } cause)
        {
            json["cause"] = Json(cause);
        }

        if (service.LogCommand is { } log)
        {
            json["logCommand"] = log;
        }

        if (service.EventsCommand is { } events)
        {
            json["eventsCommand"] = events;
        }

        return json;
    }

    private static JsonObject Job(JobReport job) => new()
    {
        ["key"] = job.Key,
        ["expected"] = job.Expected,
        ["trigger"] = job.Trigger,
        ["findings"] = Array(job.Findings.Select(Json)),
    };

    private static JsonObject Json(Cause cause) => new()
    {
        ["id"] = cause.Id,
        ["text"] = cause.Text,
        ["message"] = cause.Message,
        ["tasks"] = cause.Tasks,
        ["key"] = cause.Key,
        ["fix"] = cause.Fix,
        ["source"] = cause.Source,
    };

    private static JsonObject Json(Finding finding) => new() { ["key"] = finding.Key, ["text"] = finding.Text, ["fix"] = finding.Fix };

    private static JsonArray Array(IEnumerable<JsonObject> items) => [.. items];
}
