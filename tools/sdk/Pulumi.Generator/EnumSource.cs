using Newtonsoft.Json.Linq;

namespace Pulumi.Generator;

/// <summary>Writes string enums, which are structs: a provider may add values that its package does not know.</summary>
internal static class EnumSource
{
    public static void Write(CodeWriter code, string token, JObject schema)
    {
        var name = Names.Member(token);
        code.Line();
        code.Line("[EnumType]");
        code.Block($"public readonly struct {name} : IEquatable<{name}>", () =>
        {
            code.Line("private readonly string _value;");
            code.Line($"private {name}(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));");
            foreach (var member in schema["enum"]!)
            {
                var value = (string)member["value"]!;
                code.Line($"public static {name} {Names.EnumMember((string?)member["name"] ?? value, name)} => new {name}({Names.Literal(value)});");
            }

            code.Line($"public static bool operator ==({name} left, {name} right) => left.Equals(right);");
            code.Line($"public static bool operator !=({name} left, {name} right) => !left.Equals(right);");
            code.Line($"public static explicit operator string({name} value) => value._value;");
            code.Line($"public bool Equals({name} other) => string.Equals(_value, other._value, StringComparison.Ordinal);");
            code.Line($"public override bool Equals(object? obj) => obj is {name} other && Equals(other);");
            code.Line("public override int GetHashCode() => _value?.GetHashCode() ?? 0;");
            code.Line("public override string ToString() => _value;");
        });
    }
}
