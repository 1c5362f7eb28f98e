using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform.Document;

namespace Infra.Sandbox.Terraform;

/// <summary>Translates texts with symbols to templates with references.</summary>
internal sealed class TextTranslator(ReferenceResolver references, VariableTable variables)
{
    /// <summary>The template, and whether it is sensitive.</summary>
    public (TerraformValue.Template Template, bool IsSensitive) Translate(string text)
    {
        var parts = Parts(text);
        return (Join(parts), parts.Exists(part => part.Reference is { IsSensitive: true }));
    }

    /// <summary>
    /// The template of a secret text. If it references a secret, the literal parts are not secret; otherwise they are,
    /// and become variables.
    /// </summary>
    public TerraformValue.Template TranslateSecret(string text, PropertyOrigin origin)
    {
        var parts = Parts(text);
        return Join(parts.Exists(part => part.Reference is { IsSensitive: true }) ? parts : [.. parts.Select(part => Hidden(part, origin))]);
    }

    private List<Part> Parts(string text) =>
        [.. Symbol.Split(text).Select(part => new Part(part.Text, part.Symbol is { } symbol ? references.Resolve(symbol) : null))];

    private Part Hidden(Part part, PropertyOrigin origin)
    {
        if (part.Reference is not null)
        {
            return part;
        }

        var variable = variables.ForSecret(origin.Resource, origin.Path, part.Text);
        return part with { Reference = new Reference($"var.{variable.Name}", variable.IsSensitive) };
    }

    private static TerraformValue.Template Join(List<Part> parts) => new(string.Concat(parts.Select((part, index) => part.Reference switch
    {
        { } reference => TerraformEscaper.Reference(reference.Expression),
        _ when index < parts.Count - 1 => TerraformEscaper.LiteralBeforeReference(part.Text),
        _ => TerraformEscaper.Literal(part.Text),
    })));

    private readonly record struct Part(string Text, Reference? Reference);
}
