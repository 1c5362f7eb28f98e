using Infra.Configuration.Binding;
using Infra.Tasks;

namespace Infra.Stack.Rules;

/// <summary>The <c>${…}</c> in texts must name something that the stack makes.</summary>
internal static class PlaceholderRules
{
    private const int MostListed = 10;

    public static void Check(StackConfig config, RuleChecker rules)
    {
        // A block that is there counts whatever else is wrong with it; one that is not may only be misspelt.
        var doubtful = new[] { config.Service is null ? "service" : null, config.Database is null ? "database" : null, config.Buckets.Count == 0 ? "buckets" : null,
            config.Queues.Count == 0 ? "queues" : null, config.Repositories.Count == 0 ? "repositories" : null }.OfType<string>().ToList();
        var known = PlaceholderNames.For(config.Service is not null, config.HasWeb, config.Database is not null, [
            .. config.Buckets.Keys.Select(PlaceholderNames.Bucket),
            .. config.Queues.Keys.Select(PlaceholderNames.Queue),
            .. config.Repositories.Keys.Select(PlaceholderNames.Repository),
            .. config.AllServices.Select(service => service.Config.DiscoveryName).OfType<string>().Select(PlaceholderNames.Discovery),
        ]);
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

    private static IEnumerable<(string Key, string Text)> Texts(ConfiguredTask task) =>
    [
        (task.ImageKey, task.Image),
        .. task.Task.Environment.Select(variable => (ConfigKey.Member($"{task.Path}.environment", variable.Key), variable.Value)),
        .. task.Task.Permissions.Index().SelectMany(permission => permission.Item.Resources.Index().Select(
            resource => ($"{task.Path}.permissions[{permission.Index}].resources[{resource.Index}]", resource.Item))),
    ];

    private static IEnumerable<string> Problems(string text, IReadOnlyList<string> known, StackConfig config) =>
        TextTemplate.TryParse(text, out var template)
            ? template.Names.Except(known).Select(name => MissingPart(name, config) ?? Unknown(name, known))
            : ["has a ${ that is not closed; write $${ for a literal one"];

    // Named by the first word, so that a slip in the second one does not hide that there is nothing to name.
    private static string? MissingPart(string name, StackConfig config) => name.Split('.')[0] switch
    {
        "database" when config.Database is null => $"${{{name}}} means nothing: this stack has no database; add app:database or remove it",
        "bucket" when config.Buckets.Count == 0 => $"${{{name}}} means nothing: this stack has no buckets; add app:buckets or remove it",
        "queue" when config.Queues.Count == 0 => $"${{{name}}} means nothing: this stack has no queues; add app:queues or remove it",
        "repository" when config.Repositories.Count == 0 =>
            $"${{{name}}} means nothing: this stack has no repositories; add app:repositories or remove it",
        "service" when config.Service is null => $"${{{name}}} means nothing: this stack has no app:service",
        "service" when name is PlaceholderNames.ServiceHost or PlaceholderNames.ServiceUrl =>
            $"${{{name}}} means nothing: no service of this stack has a containerPort",
        _ => null,
    };

    private static string Unknown(string name, IReadOnlyList<string> known)
    {
        if (Suggestion.For(name, known) is { } suggestion)
        {
            return $"${{{name}}} is unknown; did you mean ${{{suggestion}}}?";
        }

        var ofSamePart = known.Where(other => other.Split('.')[0] == name.Split('.')[0]).ToList();
        return $"${{{name}}} is unknown; use {Words.List([.. (ofSamePart.Count > 0 ? ofSamePart : known).Take(MostListed).Select(other => $"${{{other}}}")], "or")}";
    }
}
