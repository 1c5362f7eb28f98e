using Infra.Configuration.Binding;
using Infra.Tasks;

namespace Infra.Stack.Rules;

/// <summary>Every name in <c>${…}</c> has a value in this stack.</summary>
internal static class PlaceholderRules
{
    private const int MaxListed = 10;

    public static void Check(StackConfig config, RuleChecker rules)
    {
        // A part that is present counts whatever else is wrong with it; the key of a part that is not may be misspelt.
        IReadOnlyList<KeyPath> doubtful = [.. config.Parts.Where(part => !part.IsPresent).Select(part => part.Key)];
        IReadOnlyList<string> known = [.. config.Parts.SelectMany(part => part.Placeholders)];
        foreach (var (key, text) in config.AllTasks.SelectMany(Texts))
        {
            rules.CheckEach([key, .. doubtful], () =>
            {
                foreach (var problem in Problems(text, known, config))
                {
                    rules.Add(key, problem);
                }
            });
        }
    }

    private static IEnumerable<(KeyPath Key, string Text)> Texts(ConfiguredTask task) =>
    [
        (task.ImageKey, task.Image),
        .. task.Task.Environment.Select(variable => (task.KeyOf(config => config.Environment).Named(variable.Key), variable.Value)),
        .. task.Task.Permissions.Index().SelectMany(permission => permission.Item.Resources.Index().Select(
            resource => (task.KeyOf(config => config.Permissions).Item(permission.Index).Member<PermissionConfig>(config => config.Resources).Item(resource.Index), resource.Item))),
    ];

    private static IEnumerable<string> Problems(string text, IReadOnlyList<string> known, StackConfig config) =>
        TextTemplate.TryParse(text, out var template)
            ? template.Names.Except(known).Select(name => MissingPart(name, config) ?? Unknown(name, known))
            : ["has an unclosed ${; write $${ for a literal one"];

    // Found by the first word, so that a misspelt second one does not hide that the part is missing.
    private static string? MissingPart(string name, StackConfig config) => config.Parts
        .Where(part => part.Word == name.Split('.')[0])
        .Select(part => part.MissingReason(name))
        .FirstOrDefault(reason => reason is not null) is { } reason ? $"${{{name}}} has no value: {reason}" : null;

    private static string Unknown(string name, IReadOnlyList<string> known)
    {
        if (Suggestion.For(name, known) is { } suggestion)
        {
            return $"${{{name}}} is unknown; did you mean ${{{suggestion}}}?";
        }

        var ofSamePart = known.Where(other => other.Split('.')[0] == name.Split('.')[0]).ToList();
        return $"${{{name}}} is unknown; use {Words.List([.. (ofSamePart.Count > 0 ? ofSamePart : known).Take(MaxListed).Select(other => $"${{{other}}}")], "or")}";
    }
}
