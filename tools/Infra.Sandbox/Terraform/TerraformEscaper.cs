namespace Infra.Sandbox.Terraform;

/// <summary>
/// Escapes literal texts in Terraform's template language.
/// https://developer.hashicorp.com/terraform/language/expressions/strings
/// </summary>
internal static class TerraformEscaper
{
    /// <summary>A whole text, or the last part of one.</summary>
    public static string Literal(string text) => text
        .Replace("${", "$${", StringComparison.Ordinal)
        .Replace("%{", "%%{", StringComparison.Ordinal);

    /// <summary>A text before a reference. A dollar sign at its end would escape the reference.</summary>
    public static string LiteralBeforeReference(string text)
    {
        var rest = text.TrimEnd('$');
        return rest.Length == text.Length ? Literal(text) : Literal(rest) + Reference(Quoted(text[rest.Length..]));
    }

    public static string Reference(string expression) => $"${{{expression}}}";

    /// <summary>A string literal inside an expression.</summary>
    public static string Quoted(string text) => $"\"{Escaped(Literal(text))}\"";

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal)
        .Replace("\t", "\\t", StringComparison.Ordinal);
}
