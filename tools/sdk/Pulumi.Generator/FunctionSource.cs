using Newtonsoft.Json.Linq;

namespace Pulumi.Generator;

/// <summary>Writes a function of a provider with its two kinds of arguments and its result.</summary>
internal sealed class FunctionSource(PackageSchema package, TypeNames types)
{
    private readonly ArgsSource _args = new(types);
    private readonly ResultSource _results = new(types);

    public string Write(string token, JObject schema)
    {
        var name = Names.Member(token);
        var inputs = Property.All(schema.SelectToken("inputs.properties"), schema.SelectToken("inputs.required"));
        var outputs = Property.All(schema.SelectToken("outputs.properties"), schema.SelectToken("outputs.required"));
        var code = CodeWriter.ForNamespace(package.Namespace(token));

        code.Line();
        if ((string?)schema["deprecationMessage"] is { } deprecation)
        {
            code.Line($"[Obsolete({Names.Literal(deprecation)})]");
        }

        code.Block($"public static class {name}", () =>
        {
            WriteInvoke(code, $"Task<{name}Result> InvokeAsync", token, inputs, "Args", "InvokeOptions? options = null");
            WriteInvoke(code, $"Output<{name}Result> Invoke", token, inputs, "InvokeArgs", "InvokeOptions? options = null");
            WriteInvoke(code, $"Output<{name}Result> Invoke", token, inputs, "InvokeArgs", "InvokeOutputOptions options");
        });

        if (inputs.Count > 0)
        {
            _args.Write(code, name + "Args", "InvokeArgs", Shape.Plain, inputs);
            _args.Write(code, name + "InvokeArgs", "InvokeArgs", Shape.Input, inputs);
        }

        _results.Write(code, name + "Result", outputs);
        return code.ToString();
    }

    private static void WriteInvoke(CodeWriter code, string signature, string token, IReadOnlyList<Property> inputs, string suffix, string options)
    {
        var name = Names.Member(token);
        var method = signature.Split(' ')[1];
        var isOptional = inputs.All(input => !input.IsRequired) && options.EndsWith("null", StringComparison.Ordinal);
        var parameter = inputs.Count == 0 ? "" : isOptional ? $"{name}{suffix}? args = null, " : $"{name}{suffix} args, ";
        var args = inputs.Count == 0 ? "InvokeArgs.Empty" : $"args ?? new {name}{suffix}()";
        code.Line($"public static {signature}({parameter}{options})");
        var call = $"global::Pulumi.Deployment.Instance.{method}<{name}Result>";
        code.Line($"    => {call}({Names.Literal(token)}, {args}, Utilities.WithDefaults(options));");
    }
}
