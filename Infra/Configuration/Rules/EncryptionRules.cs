using Infra.Configuration.Binding;

namespace Infra.Configuration.Rules;

/// <summary>
/// Whatever a block says, the stack writes to AWS in plain text. Pulumi marks the whole block when one value in it is
/// encrypted; so that no other message shows that value, this runs before the rules that show values.
/// </summary>
internal static class EncryptionRules
{
    private const string Advice = "holds an encrypted value, which AWS would show in plain text; give it a key of its own "
        + "with `pulumi config set --secret <name> <value>` and refer to that as `config: <name>` in service.secrets";

    public static void Check(RuleChecker rules)
    {
        foreach (var member in ConfigType.Of(typeof(StackConfig)).Members)
        {
            if (rules.Values.Find(member.Name) is { IsSecret: true })
            {
                rules.Add(member.Name, Advice);
            }
        }
    }
}
