using Newtonsoft.Json.Linq;

namespace Pulumi.Generator;

/// <summary>One resource of a package.</summary>
internal sealed class Resource(PackageSchema package, string token, JObject schema)
{
    public string Token { get; } = token;

    public bool IsProvider { get; } = token.StartsWith("pulumi:providers:", StringComparison.Ordinal);

    public bool IsComponent { get; } = (bool?)schema["isComponent"] == true;

    public string? Deprecation { get; } = (string?)schema["deprecationMessage"];

    public IReadOnlyList<Property> Inputs { get; } = Property.All(schema["inputProperties"], schema["requiredInputs"]);

    public IReadOnlyList<Property> Outputs { get; } = Property.All(schema["properties"], schema["required"]);

    public string Name => IsProvider ? "Provider" : Names.Member(Token);

    public string Namespace => IsProvider ? package.RootNamespace : package.Namespace(Token);

    public string BaseClass => IsProvider ? "ProviderResource" : IsComponent ? "ComponentResource" : "CustomResource";

    public string OptionsClass => IsComponent ? "ComponentResourceOptions" : "CustomResourceOptions";

    public bool HasState => !IsProvider && !IsComponent;

    /// <summary>The names of the outputs that are secrets, as further arguments of a call.</summary>
    public string Secrets => string.Concat(Outputs.Where(output => output.IsSecret).Select(output => ", " + Names.Literal(output.WireName)));

    /// <summary>The properties by which an existing resource can be looked up. Nested objects are left out: no lookup needs them.</summary>
    public IReadOnlyList<Property> State =>
    [
        .. Inputs.Concat(Outputs)
            .GroupBy(property => property.WireName, (_, same) => same.First() with { IsRequired = false })
            .Where(property => !property.Schema.DescendantsAndSelf().OfType<JObject>().Any(IsObject))
            .OrderBy(property => property.WireName, StringComparer.Ordinal),
    ];

    private bool IsObject(JObject schema) => PackageSchema.Referenced(schema) is { } token && !package.IsEnum(token);
}
