using Infra.Configuration.Binding;

namespace Infra.Stack.Rules;

/// <summary>
/// Refuses encrypted values inside blocks: the stack sends blocks to AWS in plain text. Pulumi marks a whole block as secret when one value
/// in it is encrypted, so this runs before the rules whose messages show values.
/// </summary>
internal static class EncryptionRules
{
    public static void Check(RuleChecker rules)
    {
        foreach (var member in ConfigType.Of(typeof(StackConfig)).Members)
        {
            if (rules.Values.Find(member.Name) is { IsSecret: true, Text: not null })
            {
                rules.Add(default(KeyPath).Member(member), ProblemText.Encrypted(member));
            }
        }
    }
}
