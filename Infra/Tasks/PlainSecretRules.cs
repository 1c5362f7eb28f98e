using System.Text.RegularExpressions;
using Infra.Configuration.Binding;

namespace Infra.Tasks;

/// <summary>Secrets among the plain variables of a task, where they stand in the stack file, the task definition and the console.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html</summary>
internal static partial class PlainSecretRules
{
    // Access keys of AWS have rules of their own.
    private const string OfAws = "AWS_";

    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var task in config.AllTasks)
        {
            foreach (var (variable, value) in task.Task.Environment)
            {
                rules.Warn([ConfigKey.Member($"{task.Path}.environment", variable)], () => Find(variable, value) is { } found
                    ? $"{found}, which everyone who may see the task definition can read; move it to {task.Path}.secrets"
                    : null);
            }
        }
    }

    private static string? Find(string variable, string value) =>
        UrlWithPassword().IsMatch(value) ? "holds a password"
        : SecretName().IsMatch(variable) && !variable.StartsWith(OfAws, StringComparison.Ordinal) && !Harmless().IsMatch(value) ? "looks like a secret"
        : null;

    [GeneratedRegex("://[^/@:\\s]*:[^/@\\s]+@")]
    private static partial Regex UrlWithPassword();

    [GeneratedRegex(
        "(^|_)(PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|SECRET_KEY_BASE|(API|PRIVATE|SECRET|ACCESS|SIGNING|ENCRYPTION|LICENSE)_?KEY)$", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    // Switches, files, addresses and names of what is kept elsewhere.
    [GeneratedRegex("^$|^(true|false|yes|no|on|off|[01])$|^\\.{0,2}/|^https?://|^arn:|\\$\\{", RegexOptions.IgnoreCase)]
    private static partial Regex Harmless();
}
