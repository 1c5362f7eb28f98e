namespace Pulumi.Generator;

/// <summary>Writes classes of what providers return: results of functions and nested outputs.</summary>
internal sealed class ResultSource(TypeNames types)
{
    public void Write(CodeWriter code, string name, IReadOnlyList<Property> properties)
    {
        code.Line();
        code.Line("[OutputType]");
        code.Block($"public sealed class {name}", () =>
        {
            foreach (var property in properties)
            {
                code.Line($"public readonly {types.Result(property)} {property.Name};");
            }

            var parameters = properties.Select(property => $"{types.Result(property)} {Names.Parameter(property.WireName)}");
            code.Line("[OutputConstructor]");
            code.Block($"private {name}({string.Join(", ", parameters)})", () =>
            {
                foreach (var property in properties)
                {
                    code.Line($"this.{property.Name} = {Names.Parameter(property.WireName)};");
                }
            });
        });
    }
}
