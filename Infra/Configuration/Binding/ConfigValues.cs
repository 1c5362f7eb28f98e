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
internal sealed class ConfigValues(string project, IReadOnlyDictionary<string, ConfigValue> values, WrittenValues? written = null)
{
    public string Project { get; } = project;

    /// <summary>The values that the file has in another spelling.</summary>
    public WrittenValues Written { get; } = written ?? new WrittenValues();

    /// <summary>All full keys, in ordinal order.</summary>
    public IReadOnlyList<string> AllKeys { get; } = [.. values.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The names of the project's own keys without the <c>app:</c>, in ordinal order.</summary>
    public IReadOnlyList<string> OwnNames { get; } = NamesIn(project + ":", values.Keys);

    /// <summary>The operator's spelling of one of the project's own keys.</summary>
    public string Key(string name) => $"{Project}:{name}";

    /// <summary>The value of one of the project's own keys, or null when the file does not have it.</summary>
    public ConfigValue? Find(string name) => FindKey(Key(name));

    /// <summary>The value of a full key such as <c>aws:region</c>, or null when the file does not have it.</summary>
    public ConfigValue? FindKey(string key) => values.GetValueOrDefault(key);

    /// <summary>The name without its namespace of a key that was meant for the project, as <c>ap:network</c> for <c>app:network</c>; null for any other.</summary>
    /// <param name="key">The full key.</param>
    /// <param name="known">The namespaces that others read.</param>
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
