namespace Infra.Sandbox.Terraform;

/// <summary>
/// Texts in Terraform's template language: what is not a reference is escaped, so that it comes out as it is.
/// https://developer.hashicorp.com/terraform/language/expressions/strings
/// </summary>
internal static class TerraformEscaper
{
    /// <summary>A whole text, or the end of one.</summary>
    public static string Literal(string text) => text
        .Replace("${", "$${", StringComparison.Ordinal)
        .Replace("%{", "%%{", StringComparison.Ordinal);

    /// <summary>A text that a reference follows: a dollar sign at its end would turn the reference into an escaped one.</summary>
    public static string LiteralBeforeReference(string text)
    {
        var rest = text.TrimEnd('$');
        return rest.Length == text.Length ? Literal(text) : Literal(rest) + Reference(Quoted(text[rest.Length..]));
    }

    public static string Reference(string expression) => $"${{{expression}}}";

    /// <summary>A text inside an expression.</summary>
    public static string Quoted(string text) => $"\"{Escaped(Literal(text))}\"";

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal)
        .Replace("\t", "\\t", StringComparison.Ordinal);
}
