using Newtonsoft.Json.Linq;

namespace Pulumi.Generator;

/// <summary>Writes a resource with its arguments and, where it can be looked up, its state.</summary>
internal sealed class ResourceSource(PackageSchema package, TypeNames types)
{
    private readonly ArgsSource _args = new(types);

    public string Write(string token, JObject schema)
    {
        var resource = new Resource(package, token, schema);
        var code = CodeWriter.ForNamespace(resource.Namespace);
        WriteClass(code, resource);
        _args.Write(code, resource.Name + "Args", "ResourceArgs", Shape.Input, resource.Inputs, json: resource.IsProvider);
        if (resource.HasState)
        {
            _args.Write(code, resource.Name + "State", "ResourceArgs", Shape.Input, resource.State);
        }

        return code.ToString();
    }

    private void WriteClass(CodeWriter code, Resource resource)
    {
        code.Line();
        if (resource.Deprecation is not null)
        {
            code.Line($"[Obsolete({Names.Literal(resource.Deprecation)})]");
        }

        code.Line($"[{Names.Title(package.Name)}ResourceType({Names.Literal(resource.Token)})]");
        code.Block($"public partial class {resource.Name} : global::Pulumi.{resource.BaseClass}", () =>
        {
            foreach (var output in resource.Outputs)
            {
                code.Line($"[Output({Names.Literal(output.WireName)})]");
                code.Line($"public Output<{OutputType(resource, output)}> {output.Name} {{ get; private set; }} = null!;");
                code.Line();
            }

            WriteConstructor(code, resource);
            if (resource.HasState)
            {
                WriteGet(code, resource);
            }
        });
    }

    // A provider's own configuration comes back as text.
    private string OutputType(Resource resource, Property output)
        => resource.IsProvider && (string?)output.Schema["type"] is not ("string" or "boolean" or "integer" or "number")
            ? "string?"
            : types.Result(output);

    private static void WriteConstructor(CodeWriter code, Resource resource)
    {
        var args = resource.Inputs.Any(input => input.IsRequired) ? $"{resource.Name}Args args" : $"{resource.Name}Args? args = null";
        var token = Names.Literal(resource.IsProvider ? resource.Token.Split(':')[2] : resource.Token);
        var options = $"Utilities.WithDefaults(options{resource.Secrets}){(resource.IsComponent ? ", remote: true" : "")}";
        code.Line($"public {resource.Name}(string name, {args}, {resource.OptionsClass}? options = null)");
        code.Block($"    : base({token}, name, args ?? new {resource.Name}Args(), {options})", () => { });
    }

    private static void WriteGet(CodeWriter code, Resource resource)
    {
        var name = resource.Name;
        var lookup = $"string name, Input<string> id, {name}State? state";
        code.Line();
        code.Line($"private {name}({lookup}, CustomResourceOptions? options)");
        var merged = $"Utilities.WithId(id, Utilities.WithDefaults(options{resource.Secrets}))";
        code.Block($"    : base({Names.Literal(resource.Token)}, name, state, {merged})", () => { });
        code.Line();
        code.Line($"public static {name} Get({lookup} = null, CustomResourceOptions? options = null)");
        code.Line($"    => new {name}(name, id, state, options);");
    }
}
