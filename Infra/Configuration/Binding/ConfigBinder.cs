using System.Text.Json;

namespace Infra.Configuration.Binding;

/// <summary>
/// Binds configuration to records and reports everything that is wrong with it. The result is always complete:
/// where a value is missing or wrong it holds the default, or something empty when the key is required.
/// </summary>
internal static class ConfigBinder
{
    /// <summary>
    /// Binds the project's own keys to one record that has a property for each. <paramref name="otherKeys"/> gives the
    /// names that have no property but are known, such as secrets that the configuration refers to.
    /// </summary>
    /// <param name="values">The values.</param>
    /// <param name="problems">Takes the problems.</param>
    /// <param name="otherKeys">Gives the names of keys that have no property.</param>
    /// <param name="otherNamespaces">The namespaces that others read.</param>
    public static T Bind<T>(
        ConfigValues values, ConfigProblems problems, Func<T, IEnumerable<string>>? otherKeys = null, IReadOnlyList<string>? otherNamespaces = null)
        where T : class
    {
        var type = ConfigType.Of(typeof(T));
        problems.SetOrder(type.Members.Select(member => values.Key(member.Name)));
        problems.Written = values.Written;

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

    /// <summary>Binds one value; with <paramref name="isSecret"/> no problem shows any of it.</summary>
    public static T Bind<T>(string key, JsonElement value, ConfigProblems problems, bool isSecret = false)
        where T : notnull
    {
        if (isSecret)
        {
            problems.MarkSecret(key);
        }

        var type = ConfigType.Of(typeof(T));
        return (T)(new ValueReader(problems).Read(key, value, type, Constraints.None) ?? type.Empty());
    }

    // Problems should come in the order of the record, as the order of the file is lost.
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

    // Single values come as they are and everything else as JSON; what is neither gets reported as the text it is.
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
