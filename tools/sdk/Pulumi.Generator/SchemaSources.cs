namespace Pulumi.Generator;

/// <summary>All source files of a package, by name.</summary>
internal static class SchemaSources
{
    public static IEnumerable<KeyValuePair<string, string>> Of(string schema)
    {
        var package = new PackageSchema(schema);
        var types = new TypeNames(package);
        var resources = new ResourceSource(package, types);
        var functions = new FunctionSource(package, types);

        yield return new("Utilities.cs", UtilitiesSource.Write(package));
        foreach (var resource in package.Resources)
        {
            yield return new(FileName(resource.Key), resources.Write(resource.Key, resource.Value));
        }

        foreach (var function in package.Functions)
        {
            yield return new(FileName(function.Key), functions.Write(function.Key, function.Value));
        }

        foreach (var file in Nested(package, types))
        {
            yield return file;
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Nested(PackageSchema package, TypeNames types)
    {
        var args = new ArgsSource(types);
        var results = new ResultSource(types);

        return PerModule("Enums", "", package.Enums, (code, token) => EnumSource.Write(code, token, package.Type(token)))
            .Concat(PerModule("Inputs", ".Inputs", package.Inputs.Union(package.InvokeInputs), WriteInput))
            .Concat(PerModule("InvokeInputs", ".Inputs", package.InvokeInputs, WritePlain))
            .Concat(PerModule("Outputs", ".Outputs", package.Outputs.Union(package.InvokeOutputs), WriteOutput));

        void WriteInput(CodeWriter code, string token)
            => args.Write(code, types.Class(token, Shape.Input), "ResourceArgs", Shape.Input, Properties(token));

        void WritePlain(CodeWriter code, string token)
            => args.Write(code, types.Class(token, Shape.Plain), "InvokeArgs", Shape.Plain, Properties(token));

        void WriteOutput(CodeWriter code, string token) => results.Write(code, types.Class(token, Shape.Output), Properties(token));

        IReadOnlyList<Property> Properties(string token) => Property.All(package.Type(token)["properties"], package.Type(token)["required"]);

        IEnumerable<KeyValuePair<string, string>> PerModule(string kind, string suffix, IEnumerable<string> tokens, Action<CodeWriter, string> write)
        {
            foreach (var module in tokens.GroupBy(package.Namespace).OrderBy(module => module.Key, StringComparer.Ordinal))
            {
                var code = CodeWriter.ForNamespace(module.Key + suffix);
                foreach (var token in module.OrderBy(token => token, StringComparer.Ordinal))
                {
                    write(code, token);
                }

                yield return new($"{module.Key}.{kind}.cs", code.ToString());
            }
        }
    }

    private static string FileName(string token) => token.Replace(':', '.').Replace('/', '.') + ".cs";
}
