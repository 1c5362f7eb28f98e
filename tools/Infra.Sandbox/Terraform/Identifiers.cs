using System.Security.Cryptography;
using System.Text;

namespace Infra.Sandbox.Terraform;

/// <summary>Terraform's names for what Pulumi names freely.</summary>
internal static class Identifiers
{
    private const int HashLength = 6;

    /// <summary>A name that Terraform takes, as close to the given one as it can be.</summary>
    public static string Of(string name)
    {
        var text = string.Concat(name.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '_'));
        return text.Length > 0 && char.IsAsciiDigit(text[0]) ? "_" + text : text;
    }

    /// <summary>Names for all of a kind; those that would be alike get an end that follows from the given name.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Distinct(IEnumerable<string> names) => names
        .Distinct()
        .GroupBy(Of)
        .SelectMany(group => group.Count() == 1
            ? [KeyValuePair.Create(group.First(), group.Key)]
            : group.Select(name => KeyValuePair.Create(name, $"{group.Key}_{Hash(name)}")));

    /// <summary>A few characters that stay the same for a text.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength];
}
