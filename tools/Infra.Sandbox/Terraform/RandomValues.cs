using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Terraform;

/// <summary>Replaces Pulumi's random resources by variables.</summary>
internal static class RandomValues
{
    private const string Password = "random:index/randomPassword:RandomPassword";
    private const string Characters = "random:index/randomString:RandomString";
    private const string Id = "random:index/randomId:RandomId";

    public static TerraformVariable? VariableOf(ResourceNode resource) => resource.Key.Type switch
    {
        Password => Variable(resource, "password", CharactersOf(resource.Inputs), isSensitive: true),
        Characters => Variable(resource, "characters", CharactersOf(resource.Inputs), isSensitive: false),
        Id => Variable(resource, "id", new VariableSource.HexBytes(Number(resource.Inputs, "byteLength", 0)), isSensitive: false),
        _ => null,
    };

    /// <summary>The expression for a property of a random resource; null if Terraform cannot compute it.</summary>
    public static string? Expression(ResourceNode resource, TerraformVariable variable, string property)
    {
        var value = $"var.{variable.Name}";
        return (resource.Key.Type, property, resource.Inputs.Text("prefix")) switch
        {
            (Password or Characters, "result", _) => value,
            (Id, "hex", null) => value,
            (Id, "hex", { } prefix) => $"join(\"\", [{TerraformEscaper.Quoted(prefix)}, {value}])",
            (Id, "dec", null) => $"parseint({value}, 16)",
            _ => null,
        };
    }

    private static TerraformVariable Variable(ResourceNode resource, string suffix, VariableSource source, bool isSensitive) => new()
    {
        Name = $"{Identifiers.Of(resource.Key.Name)}_{suffix}",
        Source = source,
        IsSensitive = isSensitive,
        Keepers = Text(resource.Inputs.Map("keepers")),
    };

    private static VariableSource.Characters CharactersOf(PropertyValue.Map inputs) => new()
    {
        Length = Number(inputs, "length", 0),
        Lower = Kind(inputs, "lower", "minLower"),
        Upper = Kind(inputs, "upper", "minUpper"),
        Numeric = Kind(inputs, "numeric", "minNumeric"),
        Special = Kind(inputs, "special", "minSpecial"),
        SpecialCharacters = inputs.Text("overrideSpecial"),
    };

    private static CharacterKind Kind(PropertyValue.Map inputs, string isAllowed, string minimum) =>
        new(inputs.Flag(isAllowed) ?? true, Number(inputs, minimum, 0));

    private static int Number(PropertyValue.Map inputs, string name, int otherwise) =>
        inputs.Find(name) is PropertyValue.Number number ? (int)number.Value : otherwise;

    private static string Text(PropertyValue.Map keepers) =>
        string.Join(';', keepers.Entries.Keys.Select(key => $"{key}={keepers.Text(key)}"));
}
