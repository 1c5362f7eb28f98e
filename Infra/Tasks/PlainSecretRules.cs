using System.Text.RegularExpressions;

namespace Infra.Tasks;

/// <summary>Secrets in plain environment variables, which are readable in the stack file, the task definition and the console.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html</summary>
internal static partial class PlainSecretRules
{
    // Checked by CredentialRules.
    private const string AwsPrefix = "AWS_";

    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var task in config.AllTasks)
        {
            foreach (var (variable, value) in task.Task.Environment)
            {
                rules.Warn([task.KeyOf(config => config.Environment).Named(variable)], () => Find(variable, value) is { } found
                    ? $"{found}, which is readable in the task definition; move it to {task.Path}.secrets"
                    : null);
            }
        }
    }

    private static string? Find(string variable, string value) =>
        UrlWithPassword().IsMatch(value) ? "contains a password"
        : SecretName().IsMatch(variable) && !variable.StartsWith(AwsPrefix, StringComparison.Ordinal) && !Harmless().IsMatch(value) ? "looks like a secret"
        : null;

    [GeneratedRegex("://[^/@:\\s]*:[^/@\\s]+@")]
    private static partial Regex UrlWithPassword();

    [GeneratedRegex(
        "(^|_)(PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|SECRET_KEY_BASE|(API|PRIVATE|SECRET|ACCESS|SIGNING|ENCRYPTION|LICENSE)_?KEY)$", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    // Flags, paths, URLs, ARNs and placeholders.
    [GeneratedRegex("^$|^(true|false|yes|no|on|off|[01])$|^\\.{0,2}/|^https?://|^arn:|\\$\\{", RegexOptions.IgnoreCase)]
    private static partial Regex Harmless();
}
