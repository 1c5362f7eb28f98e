using Infra.Configuration.Binding;
using Infra.Planning;

namespace Infra.Configuration.Rules;

/// <summary>The <c>${…}</c> in texts must name something that the stack makes.</summary>
internal static class PlaceholderRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        var known = PlaceholderNames.For(config.Database is not null, config.Buckets.Keys);
        foreach (var (variable, text) in config.Service.Environment)
        {
            var key = $"service.environment.{variable}";
            rules.Check([key, "database", "buckets"], () => Problem(text, known));
        }

        foreach (var (index, permission) in config.Service.Permissions.Index())
        {
            foreach (var (position, resource) in permission.Resources.Index())
            {
                var key = $"service.permissions[{index}].resources[{position}]";
                rules.Check([key, "database", "buckets"], () => Problem(resource, known));
            }
        }
    }

    private static string? Problem(string text, IReadOnlyList<string> known)
    {
        if (!TextTemplate.TryParse(text, out var template))
        {
            return "has a ${ that is not closed; write $${ for a literal one";
        }

        var unknown = template.Names.FirstOrDefault(name => !known.Contains(name));
        return unknown is null ? null
            : Suggestion.For(unknown, known) is { } suggestion ? $"${{{unknown}}} is unknown; did you mean ${{{suggestion}}}?"
            : $"${{{unknown}}} is unknown; use one of {string.Join(", ", known)}";
    }
}
