namespace Infra.Configuration.Binding;

/// <summary>
/// One configuration value as Pulumi gives it: text, where blocks and lists are their JSON text.
/// <see cref="Text"/> is null when the value is encrypted and cannot be read here.
/// </summary>
internal sealed record ConfigValue(string? Text, bool IsSecret)
{
    // The generated ToString would print secrets into logs and test failures.
    public override string ToString() => IsSecret ? ShownValue.Secret : Text ?? "(unknown)";
}

/// <summary>The values of a stack file under their full keys (<c>app:network</c>, <c>aws:region</c>).</summary>
internal sealed class ConfigValues(string project, IReadOnlyDictionary<string, ConfigValue> values)
{
    public string Project { get; } = project;

    /// <summary>The names of the project's own keys without the <c>app:</c>, in ordinal order.</summary>
    public IReadOnlyList<string> OwnNames { get; } = NamesIn(project + ":", values.Keys);

    /// <summary>The operator's spelling of one of the project's own keys.</summary>
    public string Key(string name) => $"{Project}:{name}";

    /// <summary>The value of one of the project's own keys, or null when the file does not have it.</summary>
    public ConfigValue? Find(string name) => FindKey(Key(name));

    /// <summary>The value of a full key such as <c>aws:region</c>, or null when the file does not have it.</summary>
    public ConfigValue? FindKey(string key) => values.GetValueOrDefault(key);

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
