namespace Infra.Configuration.Binding;

/// <summary>
/// A configuration value as Pulumi passes it: text, or the JSON text of a block or list.
/// <see cref="Text"/> is null if the value is encrypted and cannot be decrypted here.
/// </summary>
internal sealed record ConfigValue(string? Text, bool IsSecret)
{
    // The generated ToString would print secrets into logs and test failures.
    public override string ToString() => IsSecret ? DisplayText.Secret : Text ?? "(unknown)";
}

/// <summary>The values of a stack file by full key (<c>app:network</c>, <c>aws:region</c>).</summary>
internal sealed class ConfigValues(string project, IReadOnlyDictionary<string, ConfigValue> values, Spellings? spellings = null)
{
    public string Project { get; } = project;

    /// <summary>The spellings of the values in the file.</summary>
    public Spellings Spellings { get; } = spellings ?? new Spellings();

    /// <summary>All full keys, in ordinal order.</summary>
    public IReadOnlyList<string> AllKeys { get; } = [.. values.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The project's own keys without <c>app:</c>, in ordinal order.</summary>
    public IReadOnlyList<string> OwnNames { get; } = NamesIn(project + ":", values.Keys);

    /// <summary>The full key of one of the project's own keys.</summary>
    public string Key(string name) => $"{Project}:{name}";

    /// <summary>The value of one of the project's own keys; null if it is not set.</summary>
    public ConfigValue? Find(string name) => FindKey(Key(name));

    /// <summary>The value of a full key such as <c>aws:region</c>; null if it is not set.</summary>
    public ConfigValue? FindKey(string key) => values.GetValueOrDefault(key);

    /// <summary>The name in a key whose namespace is a misspelling of the project, such as <c>network</c> in <c>ap:network</c>; null for other keys.</summary>
    /// <param name="key">The full key.</param>
    /// <param name="known">The namespaces that Pulumi and its providers read.</param>
    public string? NameMeantBy(string key, IEnumerable<string> known)
    {
        var space = key[..key.IndexOf(':', StringComparison.Ordinal)];
        return space != Project && !known.Contains(space) && Suggestion.For(space, [Project, .. known]) == Project ? key[(space.Length + 1)..] : null;
    }

    private static List<string> NamesIn(string prefix, IEnumerable<string> keys)
    {
        List<string> names = [];
        foreach (var key in keys)
        {
            if (key.StartsWith(prefix, StringComparison.Ordinal))
            {
                names.Add(key[prefix.Length..]);
            }
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }
}
