using System.Security.Cryptography;
using System.Text;

namespace Infra.Facts;

/// <summary>A short hash that keeps truncated names distinct.</summary>
internal static class ShortHash
{
    public static string Of(string text, int length) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..length];
}
