using System.Text.Json;
using Infra.Sandbox.Terraform;

namespace Infra.Sandbox.Deployments.Values;

/// <summary>
/// The values that stand in no document: random ones and secrets, made once for a stack, and the same in every later run for as long as the
/// program asks for the same.
/// </summary>
internal sealed class StackValues
{
    /// <summary>Where they are kept.</summary>
    public const string FileName = "values.json";

    private const int PlaceholderLength = 32;

    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly SortedDictionary<string, KeptValue> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _known = [];

    private StackValues()
    {
    }

    /// <summary>The variables as Terraform takes them from its environment.</summary>
    public IReadOnlyDictionary<string, string> Environment => _values.Select(kept => KeyValuePair.Create(kept.Key, kept.Value.Value))
        .Concat(_known)
        .ToDictionary(variable => $"TF_VAR_{variable.Key}", variable => variable.Value);

    /// <param name="variables">What the document needs.</param>
    /// <param name="kept">What <see cref="Text"/> said in an earlier run; none in the first.</param>
    public static StackValues For(IEnumerable<TerraformVariable> variables, string? kept)
    {
        var earlier = kept is null ? [] : JsonSerializer.Deserialize<Dictionary<string, KeptValue>>(kept, Format)!;
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
                : new KeptValue(request, Make(variable.Source));
        }

        return values;
    }

    /// <summary>What to keep.</summary>
    public string Text() => JsonSerializer.Serialize(_values, Format);

    private static string Make(VariableSource source) => source switch
    {
        VariableSource.Characters characters => RandomText.Of(characters),
        VariableSource.HexBytes bytes => RandomText.Of(bytes),
        // Encrypted in the stack file; an emulator takes any text in its place.
        VariableSource.Configuration => RandomText.Of(new VariableSource.Characters
        {
            Length = PlaceholderLength,
            Lower = new CharacterKind(true, 0),
            Upper = new CharacterKind(true, 0),
            Numeric = new CharacterKind(true, 0),
            Special = new CharacterKind(false, 0),
        }),
        _ => throw new NotSupportedException($"there is no way to make a value for {source.GetType().Name}"),
    };

    private sealed record KeptValue(string Request, string Value);
}
