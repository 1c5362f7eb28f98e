using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Configuration.Binding;
using Infra.Sandbox.CommandLine;
using Infra.Stack;

namespace Infra.Sandbox.NewStacks;

/// <summary>Reports what was written, and what to do next.</summary>
internal sealed class NewStackReport(string stack, Terminal terminal)
{
    private const int MostLines = 10;

    /// <summary>Lists the values of a copy that differ.</summary>
    public void WriteChanges(CopiedStackFile file, string from, IReadOnlyDictionary<string, string> answers)
    {
        var changes = file.Changes(answers).Where(change => file.OldValueOf(change.Key) != change.Value).ToList();
        terminal.Out.WriteLine($"Pulumi.{stack}.yaml was written. It differs from {from} in {Phrase.Count(changes.Count, "value")}:");
        var width = changes.Select(change => change.Key.Length).DefaultIfEmpty(0).Max();
        foreach (var (key, value) in changes)
        {
            terminal.Out.WriteLine($"  {key.PadRight(width)}  {file.OldValueOf(key)} → {value}");
        }
    }

    /// <summary>Reports a file that is no copy.</summary>
    public void WriteCreated() => terminal.Out.WriteLine($"Pulumi.{stack}.yaml was written. docs/configuration.md describes what else it can contain.");

    /// <summary>Lists the lines of a copy that still contain the name of the copied stack.</summary>
    public void WriteMentions(string text, string oldStack)
    {
        var lines = text.Split('\n').Index().Where(line => Regex.IsMatch(line.Item, $"(?<![A-Za-z0-9]){Regex.Escape(oldStack)}(?![A-Za-z0-9])")).ToList();
        if (lines.Count > 0)
        {
            terminal.Out.WriteLine($"\nThese lines still mention {oldStack}:");
        }

        foreach (var (index, line) in lines.Take(MostLines))
        {
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {index + 1}: {line.Trim()}"));
        }

        if (lines.Count > MostLines)
        {
            terminal.Out.WriteLine($"  and {Phrase.Count(lines.Count - MostLines, "more line")}");
        }
    }

    /// <summary>Lists what to do before the first deployment.</summary>
    public void WriteNext(StackConfig config, INewStackFile file, IReadOnlyDictionary<string, string> answers, StackSource? source)
    {
        var provider = source?.SecretsProvider is { } same ? $" --secrets-provider=\"{same}\"" : "";
        List<string> commands =
        [
            $"pulumi stack init {stack}{provider}",
            .. file.Secrets.Select(secret => $"pulumi config set --secret -s {stack} {secret} <value>"),
            .. NewParameters(config, file, answers).Select(name => $"aws ssm put-parameter --region {config.Region} --type SecureString --name {name} --value <value>"),
            CommandHint.Of($"preview {stack}"),
        ];
        terminal.Out.WriteLine("\nNext:");
        foreach (var command in commands)
        {
            terminal.Out.WriteLine($"  {command}");
        }

        if (config.Authentication is { UserPool: null } authentication && config.Domain is { } domain)
        {
            var provides = authentication.Cognito is null ? "identity provider" : "user pool";
            terminal.Out.WriteLine($"\nThe {provides} is the one of {source?.Name}: allow the callback URL https://{domain.EffectiveName}/oauth2/idpresponse in its client.");
        }
    }

    // Parameters of the copied stack exist already.
    private static IEnumerable<string> NewParameters(StackConfig config, INewStackFile file, IReadOnlyDictionary<string, string> answers) => config.AllTasks
        .SelectMany(task => task.Task.Secrets.Values)
        .Select(secret => secret.SsmParameter)
        .OfType<string>()
        .Where(name => answers.Any(answer => answer.Value == name && (file as CopiedStackFile)?.OldValueOf(answer.Key) != name))
        .Distinct();
}
