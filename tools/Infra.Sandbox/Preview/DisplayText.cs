using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Preview;

/// <summary>Marks for values that a preview does not know or must not show.</summary>
internal static class DisplayText
{
    public const string Secret = "[secret]";
    public const string Unknown = "output<string>";

    /// <summary>The mark for a value; null if the value is shown.</summary>
    public static string? MarkOf(PropertyValue value) => value switch
    {
        PropertyValue.Secret => Secret,
        PropertyValue.Unknown => Unknown,
        PropertyValue.Text text when Symbol.IsIn(text.Value) => Unknown,
        _ => null,
    };

    public static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
