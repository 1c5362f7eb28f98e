using Infra.Services;
using Infra.Stack.Rules;
using Infra.Tasks;
using static Infra.Stack.StackKeys;

namespace Infra.Registry;

internal static class RepositoryRules
{
    public static void Check(StackConfig config, RuleChecker rules) => UnusedEntries.Warn(
        rules,
        Key(stack => stack.Repositories),
        config.Repositories.Keys,
        name => IsUsed(config, name) || UnusedEntries.IsNamed(config, RepositoriesDescription.Placeholder(name)),
        "no image of this stack is in it; start one with ${repository.<name>}");

    // A pipeline deploys images that the stack file does not name.
    private static bool IsUsed(StackConfig config, string repository) =>
        config.AllTasks.Any(task => OwnRepository.FindIn(task.Image) == repository)
        || config.AllServices.Any(service => service.Config.RevisionOwner == RevisionOwner.Pipeline);
}
