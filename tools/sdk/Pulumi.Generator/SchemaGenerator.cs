using Microsoft.CodeAnalysis;

namespace Pulumi.Generator;

/// <summary>Turns a project's schema.json into the classes of a Pulumi package.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SchemaGenerator : IIncrementalGenerator
{
    private static readonly DiagnosticDescriptor Unreadable = new(
        "PULUMI001", "Unreadable package schema", "{0}: {1}", "Pulumi", DiagnosticSeverity.Error, isEnabledByDefault: true);

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var schemas = context.AdditionalTextsProvider
            .Where(file => Path.GetFileName(file.Path) == "schema.json")
            .Select((file, cancellation) => (file.Path, Text: file.GetText(cancellation)?.ToString() ?? ""));
        context.RegisterSourceOutput(schemas, (output, schema) => AddSources(output, schema.Path, schema.Text));
    }

    private static void AddSources(SourceProductionContext output, string path, string text)
    {
        try
        {
            foreach (var source in SchemaSources.Of(text))
            {
                output.AddSource(source.Key, source.Value);
            }
        }
        catch (Exception exception) when (exception is InvalidOperationException or Newtonsoft.Json.JsonException)
        {
            output.ReportDiagnostic(Diagnostic.Create(Unreadable, Location.None, path, exception.Message));
        }
    }
}
