using Newtonsoft.Json.Linq;

namespace Pulumi.Generator;

/// <summary>Translates types of a package schema to C# types.</summary>
internal sealed class TypeNames(PackageSchema package)
{
    /// <summary>The class of an object type, without its namespace.</summary>
    public string Class(string token, Shape shape)
    {
        var name = Names.Member(token);
        if (shape == Shape.Output)
        {
            return package.InvokeOutputs.Contains(token) ? name + "Result" : name;
        }

        // A function has plain arguments and arguments with inputs, so their nested types must differ in name.
        var suffix = shape == Shape.Input && package.InvokeInputs.Contains(token) ? "InputArgs" : "Args";
        return name.EndsWith(suffix, StringComparison.Ordinal) ? name : name + suffix;
    }

    /// <summary>The type of an argument, without the mark of an optional one.</summary>
    public string Argument(Property property, Shape shape)
    {
        var schema = property.Schema;
        if (shape == Shape.Plain || property.IsPlain)
        {
            return property.IsList ? $"List<{Value(schema["items"]!, Shape.Plain)}>"
                : property.IsMap ? $"Dictionary<string, {Value(schema["additionalProperties"]!, Shape.Plain)}>"
                : Value(schema, Shape.Plain);
        }

        if (property.IsList)
        {
            return $"InputList<{Value(schema["items"]!, Shape.Input)}>";
        }

        if (property.IsMap)
        {
            return $"InputMap<{Value(schema["additionalProperties"]!, Shape.Input)}>";
        }

        var value = Value(schema, Shape.Input);
        return value.StartsWith("Union<", StringComparison.Ordinal) ? "Input" + value
            : schema["oneOf"] is not null && value == "object" ? value
            : $"Input<{value}>";
    }

    /// <summary>The type of an output or of a field of a result, with the mark of an optional one.</summary>
    public string Result(Property property)
        => Value(property.Schema, Shape.Output) + (property.IsRequired || property.IsList ? "" : "?");

    public bool IsValueType(Property property)
        => (string?)property.Schema["type"] is "boolean" or "integer" or "number"
            || (PackageSchema.Referenced(property.Schema) is { } token && package.IsEnum(token));

    /// <summary>The type itself, whatever wraps it.</summary>
    public string Value(JToken schema, Shape shape)
    {
        if (schema["oneOf"] is JArray alternatives)
        {
            return Union(alternatives, shape);
        }

        return (string?)schema["$ref"] is { } reference ? Reference(reference, schema, shape) : (string?)schema["type"] switch
        {
            "boolean" => "bool",
            "integer" => "int",
            "number" => "double",
            "array" => $"ImmutableArray<{Value(schema["items"]!, shape)}>",
            "object" => $"ImmutableDictionary<string, {(schema["additionalProperties"] is { } element ? Value(element, shape) : "string")}>",
            _ => "string",
        };
    }

    private string Reference(string reference, JToken schema, Shape shape)
    {
        if (PackageSchema.Referenced(schema) is not { } token)
        {
            return reference switch
            {
                "pulumi.json#/Any" => "object",
                "pulumi.json#/Archive" => "Archive",
                "pulumi.json#/Asset" => "AssetOrArchive",
                "pulumi.json#/Json" => "System.Text.Json.JsonElement",
                _ => throw new InvalidOperationException($"The schema of {package.Name} refers to {reference}, which is not part of it."),
            };
        }

        var part = shape == Shape.Output ? "Outputs" : "Inputs";
        return package.Namespace(token) + (package.IsEnum(token) ? $".{Names.Member(token)}" : $".{part}.{Class(token, shape)}");
    }

    private string Union(JArray alternatives, Shape shape)
    {
        // A provider may return a value that its enum does not list, so only arguments mention the enum.
        if (shape == Shape.Output && alternatives.Any(alternative => PackageSchema.Referenced(alternative) is { } token && package.IsEnum(token)))
        {
            return "string";
        }

        var types = alternatives.Select(alternative => Value(alternative, shape)).Distinct().ToList();
        return types.Count switch
        {
            1 => types[0],
            2 => $"Union<{types[0]}, {types[1]}>",
            _ => "object",
        };
    }
}
