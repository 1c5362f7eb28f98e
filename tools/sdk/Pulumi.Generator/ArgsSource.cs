namespace Pulumi.Generator;

/// <summary>Writes classes of arguments: of resources, of functions, and nested ones.</summary>
internal sealed class ArgsSource(TypeNames types)
{
    public void Write(CodeWriter code, string name, string parent, Shape shape, IReadOnlyList<Property> properties, bool json = false)
    {
        code.Line();
        code.Block($"public sealed class {name} : global::Pulumi.{parent}", () =>
        {
            foreach (var property in properties)
            {
                WriteProperty(code, property, shape, json);
            }

            code.Block($"public {name}()", () =>
            {
                foreach (var property in properties.Where(property => property.Default is not null))
                {
                    code.Line($"{property.Name} = {property.Default};");
                }
            });
            code.Line($"public static new {name} Empty => new {name}();");
        });
    }

    private void WriteProperty(CodeWriter code, Property property, Shape shape, bool json)
    {
        var type = types.Argument(property, shape);
        var required = property.IsRequired ? ", required: true" : "";
        var asJson = json && (string?)property.Schema["type"] != "string" ? ", json: true" : "";
        code.Line($"[Input({Names.Literal(property.WireName)}{required}{asJson})]");

        if (property.IsList || property.IsMap)
        {
            WriteBacked(code, property, type, type, $"?? ({Field(property)} = new {type}())");
        }
        else if (property.IsSecret && shape == Shape.Input)
        {
            WriteBacked(code, property, type, type + "?", "");
        }
        else
        {
            // No [Obsolete] here: the published packages have it on properties with a backing field only.
            var initial = property.IsRequired && !(types.IsValueType(property) && (shape == Shape.Plain || property.IsPlain)) ? " = null!;" : "";
            code.Line($"public {type}{(property.IsRequired ? "" : "?")} {property.Name} {{ get; set; }}{initial}");
        }

        code.Line();
    }

    private static void WriteBacked(CodeWriter code, Property property, string fieldType, string type, string orNew)
    {
        var field = Field(property);
        code.Line($"private {fieldType}? {field};");
        if (property.Deprecation is not null)
        {
            code.Line($"[Obsolete({Names.Literal(property.Deprecation)})]");
        }

        code.Block($"public {type} {property.Name}", () =>
        {
            code.Line($"get => {field}{(orNew.Length == 0 ? "" : " " + orNew)};");
            code.Line(property.IsSecret ? $"set => {field} = Output.CreateSecret(value.ToOutput());" : $"set => {field} = value;");
        });
    }

    private static string Field(Property property) => "_" + property.WireName;
}
