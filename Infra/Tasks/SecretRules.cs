using System.Text.RegularExpressions;
using Infra.Configuration.Binding;

namespace Infra.Tasks;

internal static partial class SecretRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var task in config.AllTasks)
        {
            foreach (var (variable, secret) in task.Task.Secrets)
            {
                Check(config, task, variable, secret, rules);
            }
        }
    }

    private static void Check(StackConfig config, ConfiguredTask task, string variable, SecretConfig secret, RuleChecker rules)
    {
        var key = ConfigKey.Member($"{task.Path}.secrets", variable);
        rules.Check([key], () => SourceProblem(secret) ?? OptionProblem(secret));
        rules.Check([key], () => StoredNameProblem(variable, secret));
        rules.Check([$"{key}.ssmParameter"], () => secret.SsmParameter is { } parameter ? ParameterProblem(parameter) : null);
        rules.Check([$"{key}.from", .. config.Parts.Where(part => !part.IsPresent).Select(part => part.Key)], () =>
            secret.From is { } from ? FromProblem(from, config) : null);
        rules.Check([$"{key}.config"], () => secret.Config is { } name ? ConfigProblem(name, rules) : null);
        rules.Check([ConfigKey.Member($"{task.Path}.environment", variable)], () =>
            task.Task.Environment.ContainsKey(variable) ? $"is in {task.Path}.secrets too; keep one" : null);
    }

    /// <summary>What is wrong with the configuration value that a secret is read from.</summary>
    public static string? ConfigProblem(string name, RuleChecker rules)
    {
        var key = rules.Values.Key(name);
        return rules.Values.Find(name) switch
        {
            null => $"{key} does not exist; set it with `pulumi config set --secret {name} <value>`",
            { IsSecret: false } => $"{key} is not encrypted; set it again with `pulumi config set --secret {name} <value>`",
            _ => null,
        };
    }

    private static string? FromProblem(string name, StackConfig config)
    {
        IReadOnlyList<string> known = [.. config.Parts.SelectMany(part => part.Secrets)];
        return known.Contains(name) ? null
            : config.Parts.FirstOrDefault(part => part.Word == name.Split('.')[0])?.MissingReason(name) is { } reason ? $"{name} does not exist: {reason}"
            : known.Count == 0 ? $"{name} is not a secret of this stack; use another source"
            : $"{name} is not a secret of this stack; use {Words.List(known, "or")}";
    }

    private static string? SourceProblem(SecretConfig secret)
    {
        var sources = new object?[] { secret.From, secret.SsmParameter, secret.SecretArn, secret.Config, secret.GeneratedLength };
        return sources.Count(source => source is not null) == 1
            ? null
            : "needs exactly one of from, ssmParameter, secretArn, config and generatedLength";
    }

    // https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html
    // https://docs.aws.amazon.com/systems-manager/latest/userguide/integration-ps-secretsmanager.html
    private static string? ParameterProblem(string name) =>
        name.StartsWith("/aws/reference/secretsmanager/", StringComparison.OrdinalIgnoreCase) ? "leads to a secret in Secrets Manager; read that itself, by secretArn"
        : NameOfAws().IsMatch(name) ? "names beginning with aws or ssm are AWS's own, and no secret of yours is behind one"
        : null;

    [GeneratedRegex("^((aws|ssm)|/(aws|ssm)(/|$))", RegexOptions.IgnoreCase)]
    private static partial Regex NameOfAws();

    // What the stack stores is named after the variable.
    private static string? StoredNameProblem(string variable, SecretConfig secret) =>
        secret is not { Config: null, GeneratedLength: null } && !StoredName().IsMatch(variable)
            ? "names a secret in Secrets Manager; use letters, digits and the characters /_+=.@- in the name, or read the value by secretArn"
            : null;

    // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html
    [GeneratedRegex(@"^[A-Za-z0-9/_+=.@-]+\z")]
    private static partial Regex StoredName();

    private static string? OptionProblem(SecretConfig secret) =>
        secret is { JsonKey: not null, SecretArn: null } ? "jsonKey goes with secretArn only"
        : secret is { KmsKeyArn: not null, SecretArn: null, SsmParameter: null } ? "kmsKeyArn goes with secretArn and ssmParameter only"
        : secret is { GeneratedVersion: not null, GeneratedLength: null } ? "generatedVersion goes with generatedLength only"
        : null;
}
