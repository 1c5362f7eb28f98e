using Infra.Configuration.Binding;
using Infra.Planning;

namespace Infra.Configuration.Rules;

/// <summary>The <c>${…}</c> in texts must name something that the stack makes.</summary>
internal static class PlaceholderRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        // A block that is there counts whatever else is wrong with it; one that is not may only be misspelt.
        var doubtful = new[] { config.Database is null ? "database" : null, config.Buckets.Count == 0 ? "buckets" : null,
            config.Queues.Count == 0 ? "queues" : null, config.Repositories.Count == 0 ? "repositories" : null }.OfType<string>().ToList();
        var known = PlaceholderNames.For(config.HasWeb, config.Database is not null, [
            .. config.Buckets.Keys.Select(PlaceholderNames.Bucket),
            .. config.Queues.Keys.Select(PlaceholderNames.Queue),
            .. config.Repositories.Keys.Select(PlaceholderNames.Repository),
            .. config.AllServices.Select(service => service.Config.DiscoveryName).OfType<string>().Select(PlaceholderNames.Discovery),
        ]);
        foreach (var (key, text) in config.AllTasks.SelectMany(Texts))
        {
            rules.CheckEach([key, .. doubtful], () =>
            {
                foreach (var problem in Problems(text, known))
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

    private static IEnumerable<string> Problems(string text, IReadOnlyList<string> known) => TextTemplate.TryParse(text, out var template)
        ? template.Names.Except(known).Select(name => Unknown(name, known))
        : ["has a ${ that is not closed; write $${ for a literal one"];

    private static string Unknown(string name, IReadOnlyList<string> known) => Suggestion.For(name, known) is { } suggestion
        ? $"${{{name}}} is unknown; did you mean ${{{suggestion}}}?"
        : $"${{{name}}} is unknown; use one of {string.Join(", ", known)}";
}
