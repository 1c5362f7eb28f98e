using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Pulumi.Generator.Tests;

public class SchemaGeneratorTests
{
    [Fact]
    public void GeneratedSources_CompileAgainstTheSdk()
    {
        var (compilation, diagnostics) = Generate("schema.json", TinySchema.Text);

        Assert.Empty(diagnostics);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.Equal(9, compilation.SyntaxTrees.Count());
    }

    [Fact]
    public void OtherFiles_AreIgnored() => Assert.Empty(Generate("other.json", TinySchema.Text).Compilation.SyntaxTrees);

    [Fact]
    public void BrokenSchema_IsAnErrorThatNamesTheFile()
    {
        var diagnostic = Assert.Single(Generate("/some/schema.json", """{ "name": """).Diagnostics);

        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);

        Assert.Equal("PULUMI001", diagnostic.Id);
        Assert.StartsWith("/some/schema.json: Unexpected end of content", message, StringComparison.Ordinal);
    }

    private static (Compilation Compilation, IReadOnlyList<Diagnostic> Diagnostics) Generate(string path, string text)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "Tiny",
            references: platform.Select(file => MetadataReference.CreateFromFile(file)),
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        CSharpGeneratorDriver.Create(new SchemaGenerator())
            .AddAdditionalTexts([new Text(path, text)])
            .RunGeneratorsAndUpdateCompilation(compilation, out var updated, out var diagnostics);
        return (updated, diagnostics);
    }

    private sealed class Text(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
