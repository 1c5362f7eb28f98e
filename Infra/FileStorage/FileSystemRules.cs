using Infra.Stack.Rules;
using static Infra.Stack.StackKeys;

namespace Infra.FileStorage;

internal static class FileSystemRules
{
    public static void Check(StackConfig config, RuleChecker rules) => UnusedEntries.Warn(
        rules,
        Key(stack => stack.FileSystems),
        config.FileSystems.Keys,
        name => config.MountedDirectories.Any(directory => directory.FileSystem == name),
        "nothing in this stack mounts it; add it to the volumes of a service or job");
}
