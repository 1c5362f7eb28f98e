using Newtonsoft.Json.Linq;

namespace Pulumi.Generator;

/// <summary>One property of a resource, a nested type or a function.</summary>
internal sealed record Property(string WireName, JObject Schema, bool IsRequired)
{
    public string Name { get; } = (string?)Schema.SelectToken("language.csharp.name") ?? Names.Title(WireName);

    public bool IsPlain { get; } = (bool?)Schema["plain"] == true;

    public bool IsSecret { get; } = (bool?)Schema["secret"] == true;

    public string? Deprecation { get; } = (string?)Schema["deprecationMessage"];

    public bool IsList => (string?)Schema["type"] == "array";

    public bool IsMap => (string?)Schema["type"] == "object";

    /// <summary>The C# expression of the value that the arguments start with, if there is one.</summary>
    public string? Default
    {
        get
        {
            var value = Literal(Schema["const"] ?? Schema["default"]);
            if (Schema.SelectToken("defaultInfo.environment") is not JArray variables)
            {
                return value;
            }

            var kind = (string?)Schema["type"] switch { "boolean" => "Boolean", "integer" => "Int32", "number" => "Double", _ => "" };
            var variable = $"Utilities.GetEnv{kind}({string.Join(", ", variables.Select(name => Names.Literal((string)name!)))})";
            return value is null ? variable : $"{variable} ?? {value}";
        }
    }

    public static IReadOnlyList<Property> All(JToken? properties, JToken? required)
    {
        var names = new HashSet<string?>(required?.Values<string>() ?? []);
        return
        [
            .. (properties as JObject ?? []).Properties()
                .Select(property => new Property(property.Name, (JObject)property.Value, names.Contains(property.Name))),
        ];
    }

    private static string? Literal(JToken? value) => value?.Type switch
    {
        null => null,
        JTokenType.String => Names.Literal((string)value!),
        JTokenType.Boolean => (bool)value ? "true" : "false",
        _ => value.ToString(Newtonsoft.Json.Formatting.None),
    };
}
