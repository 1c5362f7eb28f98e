using System.Security.Cryptography;
using System.Text;

namespace Infra.Facts;

/// <summary>A few characters that follow from a text, for names that had to be cut or changed.</summary>
internal static class ShortHash
{
    public static string Of(string text, int length) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..length];
}
