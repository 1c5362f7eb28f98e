using System.Security.Cryptography;
using Infra.Sandbox.Terraform;

namespace Infra.Sandbox.Deployments.Values;

/// <summary>Generates random values like Pulumi's random provider.</summary>
internal static class RandomText
{
    private const string LowerLetters = "abcdefghijklmnopqrstuvwxyz";
    private const string UpperLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Digits = "0123456789";
    private const string UsualSpecials = "!@#$%&*()-_=+[]{}<>:?";

    public static string Of(VariableSource.HexBytes bytes) => RandomNumberGenerator.GetHexString(bytes.Count * 2, lowercase: true);

    public static string Of(VariableSource.Characters characters)
    {
        (CharacterKind Kind, string From)[] kinds =
        [
            (characters.Lower, LowerLetters),
            (characters.Upper, UpperLetters),
            (characters.Numeric, Digits),
            (characters.Special, characters.SpecialCharacters ?? UsualSpecials),
        ];
        var allowed = string.Concat(kinds.Where(kind => kind.Kind.IsAllowed).Select(kind => kind.From));
        var required = kinds.SelectMany(kind => RandomNumberGenerator.GetItems<char>(kind.From, kind.Kind.Minimum)).ToArray();
        char[] text = [.. required, .. RandomNumberGenerator.GetItems<char>(allowed, Math.Max(0, characters.Length - required.Length))];
        RandomNumberGenerator.Shuffle<char>(text);
        return new string(text);
    }
}
