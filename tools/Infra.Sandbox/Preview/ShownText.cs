using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Preview;

/// <summary>What a preview shows in place of values that it does not know or must not show.</summary>
internal static class ShownText
{
    public const string Secret = "[secret]";
    public const string Unknown = "output<string>";

    /// <summary>A value that is shown as a mark; null for all others.</summary>
    public static string? MarkOf(PropertyValue value) => value switch
    {
        PropertyValue.Secret => Secret,
        PropertyValue.Unknown => Unknown,
        PropertyValue.Text text when Symbol.IsIn(text.Value) => Unknown,
        _ => null,
    };

    public static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
