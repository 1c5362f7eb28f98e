using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Diff.StackFiles;

/// <summary>Compares values that cannot be decrypted here by their encrypted text, which changes whenever they are set.</summary>
internal static class EncryptedValues
{
    private const string FormerValue = "formerValue";

    /// <summary>The old stack file with other symbols for encrypted values that the new one does not have, so that resources differ.</summary>
    public static StackVersion WithFormerSymbols(StackVersion old, StackVersion wanted) => old.With(
        old.Values.AllKeys
            .Where(key => old.Values.FindKey(key) is { Text: null })
            .Where(key => wanted.Values.FindKey(key) is not { Text: null } || TextOf(old, key) != TextOf(wanted, key))
            .Select(key => KeyValuePair.Create<string, ConfigValue?>(key, new ConfigValue(FormerSymbol(key), IsSecret: true))));

    /// <summary>The encrypted text of a value.</summary>
    public static string TextOf(StackVersion version, string key)
    {
        var section = new ConfigSection(version.File, version.Project.Name);
        var config = version.File.Root.Find("config") as YamlMap;
        var entry = config?.Entries.FirstOrDefault(entry => section.FullKey(entry.Key, entry.Key.Text) == key);
        return entry is null ? "" : TextOf(entry.Value);
    }

    private static string FormerSymbol(string key) => (Symbol.OfConfig(key) with { Path = FormerValue }).ToString();

    private static string TextOf(YamlNode node) => node switch
    {
        YamlScalar scalar => scalar.Text,
        YamlList list => $"[{string.Join('\n', list.Items.Select(TextOf))}]",
        YamlMap map => $"{{{string.Join('\n', map.Entries.Select(entry => $"{entry.Key.Text}\n{TextOf(entry.Value)}"))}}}",
        _ => "",
    };
}
