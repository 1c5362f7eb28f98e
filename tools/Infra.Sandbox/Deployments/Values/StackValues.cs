using System.Text.Json;
using Infra.Sandbox.Terraform;

namespace Infra.Sandbox.Deployments.Values;

/// <summary>
/// The values of a document's variables: random values and secrets, generated once per stack and kept as long as the
/// program requests the same kind of value.
/// </summary>
internal sealed class StackValues
{
    /// <summary>The file with the values.</summary>
    public const string FileName = "values.json";

    private const int PlaceholderLength = 32;

    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly SortedDictionary<string, StoredValue> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _known = [];

    private StackValues()
    {
    }

    /// <summary>The variables as environment variables for Terraform.</summary>
    public IReadOnlyDictionary<string, string> Environment => _values.Select(kept => KeyValuePair.Create(kept.Key, kept.Value.Value))
        .Concat(_known)
        .ToDictionary(variable => $"TF_VAR_{variable.Key}", variable => variable.Value);

    /// <param name="variables">The variables of the document.</param>
    /// <param name="kept">The <see cref="Text"/> of an earlier run; null in the first.</param>
    public static StackValues For(IEnumerable<TerraformVariable> variables, string? kept)
    {
        var earlier = kept is null ? [] : JsonSerializer.Deserialize<Dictionary<string, StoredValue>>(kept, Format)!;
        var values = new StackValues();
        foreach (var variable in variables)
        {
            if (variable.Source is VariableSource.Known known)
            {
                values._known.Add(variable.Name, known.Value);
                continue;
            }

            var request = $"{variable.Source} {variable.Keepers}";
            values._values[variable.Name] = earlier.GetValueOrDefault(variable.Name) is { } same && same.Request == request
                ? same
                : new StoredValue(request, Make(variable.Source));
        }

        return values;
    }

    /// <summary>The values as JSON.</summary>
    public string Text() => JsonSerializer.Serialize(_values, Format);

    private static string Make(VariableSource source) => source switch
    {
        VariableSource.Characters characters => RandomText.Of(characters),
        VariableSource.HexBytes bytes => RandomText.Of(bytes),
        // The sandbox cannot decrypt it, and an emulator accepts any text.
        VariableSource.Configuration => RandomText.Of(new VariableSource.Characters
        {
            Length = PlaceholderLength,
            Lower = new CharacterKind(true, 0),
            Upper = new CharacterKind(true, 0),
            Numeric = new CharacterKind(true, 0),
            Special = new CharacterKind(false, 0),
        }),
        _ => throw new NotSupportedException($"cannot generate a value for {source.GetType().Name}"),
    };

    private sealed record StoredValue(string Request, string Value);
}
