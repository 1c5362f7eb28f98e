using System.Text.RegularExpressions;

namespace Infra.Tasks;

/// <summary>The sources of tasks' secrets.</summary>
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
        var key = task.KeyOf(config => config.Secrets).Named(variable);
        rules.Check([key], () => SourceProblem(secret) ?? OptionProblem(secret));
        rules.Check([key], () => StoredNameProblem(variable, secret));
        rules.Check([key.Member<SecretConfig>(known => known.SsmParameter)], () => secret.SsmParameter is { } parameter ? ParameterProblem(parameter) : null);
        rules.Check(
            [key.Member<SecretConfig>(known => known.From), .. config.Parts.Where(part => !part.IsPresent).Select(part => part.Key)],
            () => secret.From is { } from ? FromProblem(from, config) : null);
        rules.Check([key.Member<SecretConfig>(known => known.Config)], () => secret.Config is { } name ? ConfigProblem(name, rules) : null);
        rules.Check([task.KeyOf(config => config.Environment).Named(variable)], () =>
            task.Task.Environment.ContainsKey(variable) ? $"is also set in {task.Path}.secrets; remove one of them" : null);
    }

    /// <summary>The problem of a configuration value that a secret is read from; null for none.</summary>
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
            : "set exactly one of from, ssmParameter, secretArn, config and generatedLength";
    }

    // https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html
    // https://docs.aws.amazon.com/systems-manager/latest/userguide/integration-ps-secretsmanager.html
    private static string? ParameterProblem(string name) =>
        name.StartsWith("/aws/reference/secretsmanager/", StringComparison.OrdinalIgnoreCase) ? "refers to a secret in Secrets Manager; use secretArn instead"
        : ReservedName().IsMatch(name) ? "begins with aws or ssm, which AWS reserves for its own parameters"
        : null;

    [GeneratedRegex("^((aws|ssm)|/(aws|ssm)(/|$))", RegexOptions.IgnoreCase)]
    private static partial Regex ReservedName();

    // Secrets that the stack stores are named after the variable.
    private static string? StoredNameProblem(string variable, SecretConfig secret) =>
        secret is not { Config: null, GeneratedLength: null } && !StoredName().IsMatch(variable)
            ? "becomes the name of a secret, which may contain only letters, digits and /_+=.@-; rename the variable or use secretArn"
            : null;

    // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html
    [GeneratedRegex(@"^[A-Za-z0-9/_+=.@-]+\z")]
    private static partial Regex StoredName();

    private static string? OptionProblem(SecretConfig secret) =>
        secret is { JsonKey: not null, SecretArn: null } ? "jsonKey requires secretArn"
        : secret is { KmsKeyArn: not null, SecretArn: null, SsmParameter: null } ? "kmsKeyArn requires secretArn or ssmParameter"
        : secret is { GeneratedVersion: not null, GeneratedLength: null } ? "generatedVersion requires generatedLength"
        : null;
}
