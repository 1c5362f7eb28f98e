using System.Text.Json;

namespace Infra.Configuration.Binding;

/// <summary>
/// Binds configuration to records and reports every problem. The result is always complete: a missing or invalid value
/// becomes the default, or an empty value if the key is required.
/// </summary>
internal static class ConfigBinder
{
    /// <summary>Binds the project's own keys to a record with one property per key.</summary>
    /// <param name="values">The values of the stack file.</param>
    /// <param name="problems">Collects the problems.</param>
    /// <param name="otherKeys">The names of known keys that have no property, such as secrets that the configuration references.</param>
    /// <param name="otherNamespaces">The namespaces that Pulumi and its providers read.</param>
    public static T Bind<T>(
        ConfigValues values, ConfigProblems problems, Func<T, IEnumerable<string>>? otherKeys = null, IReadOnlyList<string>? otherNamespaces = null)
        where T : class
    {
        var type = ConfigType.Of(typeof(T));
        problems.SetOrder(type.Members.Select(member => values.Key(member.Name)));
        problems.Spellings = values.Spellings;

        var block = new BlockReader(new(problems, type), type, values.Key);
        foreach (var name in NamesInOrder(type, values))
        {
            Read(block, name, values, problems);
        }

        foreach (var key in values.AllKeys)
        {
            if (values.NameMeantBy(key, otherNamespaces ?? []) is { } name)
            {
                block.RejectNamespace(key, name);
            }
        }

        block.Finish([.. otherKeys?.Invoke((T)block.Result) ?? []]);
        return (T)block.Result;
    }

    // In the order of the properties, because the CLI does not keep the order of the file.
    private static IEnumerable<string> NamesInOrder(ConfigType type, ConfigValues values)
    {
        var members = type.Members.Select(member => member.Name).ToList();
        return [.. members.Where(name => values.Find(name) is not null), .. values.OwnNames.Except(members)];
    }

    private static void Read(BlockReader block, string name, ConfigValues values, ConfigProblems problems)
    {
        var value = values.Find(name)!;
        if (value.IsSecret)
        {
            problems.MarkSecret(values.Key(name));
        }

        if (value.Text is not null)
        {
            block.Read(name, text => ElementOf(value.Text, text));
        }
        else
        {
            block.RejectEncrypted(name);
        }
    }

    // Text arrives as it is and everything else as JSON; what cannot be parsed is reported as text.
    private static JsonElement ElementOf(string text, ConfigType type)
    {
        if (type.Kind is not (ConfigKind.Text or ConfigKind.Choice))
        {
            try
            {
                return JsonElement.Parse(text.Length > 0 ? text : "null");
            }
            catch (JsonException)
            {
            }
        }

        return JsonElement.Parse($"\"{JsonEncodedText.Encode(text)}\"");
    }
}
