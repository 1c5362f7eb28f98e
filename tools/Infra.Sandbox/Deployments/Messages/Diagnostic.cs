using System.Text.Json.Nodes;
using Infra.Sandbox.Deployments.Runs;
using Infra.Sandbox.Terraform.Document;

namespace Infra.Sandbox.Deployments.Messages;

/// <summary>An error or warning of terraform or the provider.</summary>
internal sealed record Diagnostic
{
    public required bool IsError { get; init; }

    public required string Summary { get; init; }

    public string Detail { get; init; } = "";

    /// <summary>The property in the Pulumi program.</summary>
    public PropertyOrigin? Origin { get; init; }

    /// <summary>The Terraform address of the resource.</summary>
    public string Address { get; init; } = "";

    /// <summary>The position in the document, for a diagnostic without an origin.</summary>
    public string Place { get; init; } = "";

    /// <summary>Whether an interruption cancelled a call, whose effect is unknown. A cancelled wait is harmless.</summary>
    public bool IsCancelledCall => IsError && $"{Summary} {Detail}" is var text
        && text.Contains("context canceled", StringComparison.Ordinal) && !text.Contains("waiting", StringComparison.OrdinalIgnoreCase);

    public static Diagnostic Read(JsonNode diagnostic, SourceMap? sources)
    {
        var address = Text(diagnostic["address"]);
        var file = Text(diagnostic["range"]?["filename"]);
        var line = diagnostic["range"]?["start"]?["line"]?.GetValue<int>() ?? 0;
        return new Diagnostic
        {
            IsError = Text(diagnostic["severity"]) == "error",
            Summary = Text(diagnostic["summary"]),
            Detail = Text(diagnostic["detail"]),
            Origin = (file == TerraformCli.DocumentName ? sources?.AtLine(line) : null) ?? sources?.Of(address, ""),
            Address = address,
            Place = address.Length > 0 ? address : line > 0 ? $"{file} line {line}" : "",
        };
    }

    /// <summary>The message, starting with the property like those of the configuration.</summary>
    public string Describe()
    {
        var place = Origin is null ? Place : Origin.Path.Length == 0 ? $"{Origin.Resource}" : $"{Origin.Resource}: {Origin.Path}";
        var headline = $"{(IsError ? "error" : "warning")}: {(place.Length == 0 ? "" : $"{place}: ")}{Summary}";
        return Detail.Length == 0 ? headline : $"{headline}\n    {Detail.Trim().ReplaceLineEndings("\n    ")}";
    }

    private static string Text(JsonNode? node) => node?.GetValue<string>() ?? "";
}
