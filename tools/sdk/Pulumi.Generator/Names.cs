using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace Pulumi.Generator;

/// <summary>Translates names of a package schema to C# names.</summary>
internal static class Names
{
    public static string Title(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>The class name in a token: <c>Service</c> of <c>aws:ecs/service:Service</c>.</summary>
    public static string Member(string token) => Title(token.Split(':')[2]);

    /// <summary>The module in a token: <c>ecs</c> of <c>aws:ecs/service:Service</c>, nothing for the root module.</summary>
    public static string Module(string token)
    {
        var module = token.Split(':')[1].Split('/')[0];
        return module == "index" ? "" : module;
    }

    public static string Parameter(string wireName)
        => SyntaxFacts.GetKeywordKind(wireName) == SyntaxKind.None ? wireName : "@" + wireName;

    /// <summary>An enum member's name; one that would start with a digit or sign is prefixed with its type.</summary>
    public static string EnumMember(string name, string typeName)
    {
        var identifier = new StringBuilder();
        foreach (var character in name)
        {
            identifier.Append(SyntaxFacts.IsIdentifierPartCharacter(character) ? character : '_');
        }

        var member = Regex.Replace(Title(identifier.ToString()), "_+", "_");
        if (!SyntaxFacts.IsIdentifierStartCharacter(member[0]))
        {
            member = "_" + member;
        }

        member = member[0] == '_' ? typeName + member : member;
        return member == "Equals" ? "EqualsValue" : member;
    }

    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
