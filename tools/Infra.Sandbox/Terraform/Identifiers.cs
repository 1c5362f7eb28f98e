using System.Security.Cryptography;
using System.Text;

namespace Infra.Sandbox.Terraform;

/// <summary>Converts logical names to Terraform identifiers.</summary>
internal static class Identifiers
{
    private const int HashLength = 6;

    /// <summary>A valid identifier that resembles the name.</summary>
    public static string Of(string name)
    {
        var text = string.Concat(name.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '_'));
        return text.Length > 0 && char.IsAsciiDigit(text[0]) ? "_" + text : text;
    }

    /// <summary>Distinct identifiers; names with the same identifier get a suffix derived from the name.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Distinct(IEnumerable<string> names) => names
        .Distinct()
        .GroupBy(Of)
        .SelectMany(group => group.Count() == 1
            ? [KeyValuePair.Create(group.First(), group.Key)]
            : group.Select(name => KeyValuePair.Create(name, $"{group.Key}_{Hash(name)}")));

    /// <summary>A short hash.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength];
}
