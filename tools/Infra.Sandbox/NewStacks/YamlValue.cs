using System.Text.Json;
using System.Text.RegularExpressions;
using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;

namespace Infra.Sandbox.NewStacks;

/// <summary>Writes values as YAML.</summary>
internal static partial class YamlValue
{
    /// <summary>A value, in quotes if YAML requires them or would change a text without them.</summary>
    public static string Of(string value, ConfigKind kind)
    {
        var isPlain = Plain().IsMatch(value) && !value.Contains(": ", StringComparison.Ordinal) && !value.Contains(" #", StringComparison.Ordinal);
        var isText = kind is ConfigKind.Text or ConfigKind.Choice;
        return isPlain && (!isText || CliScalar.Of(value) is { Kind: CliScalarKind.Text } passed && passed.Text == value)
            ? value
            : JsonSerializer.Serialize(value, Unescaped);
    }

    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Excludes characters with a meaning in YAML, at the start of a value or in a flow mapping.
    [GeneratedRegex(@"^[A-Za-z0-9/._][A-Za-z0-9/._:@+= -]*(?<![ :])\z")]
    private static partial Regex Plain();
}
