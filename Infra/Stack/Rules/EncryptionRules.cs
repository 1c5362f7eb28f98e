using Infra.Configuration.Binding;

namespace Infra.Stack.Rules;

/// <summary>
/// Whatever a block says, the stack writes to AWS in plain text. Pulumi marks the whole block when one value in it is
/// encrypted; so that no other message shows that value, this runs before the rules that show values.
/// </summary>
internal static class EncryptionRules
{
    public static void Check(RuleChecker rules)
    {
        foreach (var member in ConfigType.Of(typeof(StackConfig)).Members)
        {
            if (rules.Values.Find(member.Name) is { IsSecret: true, Text: not null })
            {
                rules.Add(member.Name, ProblemText.Encrypted(member));
            }
        }
    }
}
