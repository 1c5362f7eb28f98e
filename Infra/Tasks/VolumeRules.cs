using Infra.Configuration.Binding;
using Infra.FileStorage;

namespace Infra.Tasks;

internal static class VolumeRules
{
    /// <param name="key">Where the volumes of the task stand, such as <c>service.volumes</c>.</param>
    /// <param name="volumes">The volumes.</param>
    /// <param name="config">The stack they belong to.</param>
    /// <param name="rules">Where the problems go.</param>
    public static void Check(string key, IReadOnlyDictionary<string, VolumeConfig> volumes, StackConfig config, RuleChecker rules)
    {
        foreach (var (name, volume) in volumes)
        {
            var volumeKey = ConfigKey.Member(key, name);
            rules.Check([$"{volumeKey}.fileSystem", "fileSystems"], () => FileSystemProblem(volume, config));
            rules.Check([$"{volumeKey}.path", $"{volumeKey}.fileSystem"], () =>
                volume is { Path: not null, FileSystem: null } ? "needs fileSystem: scratch space has no other directories" : null);
            rules.Check([$"{volumeKey}.readOnly", $"{volumeKey}.fileSystem"], () =>
                volume is { ReadOnly: true, FileSystem: null } ? "needs fileSystem: scratch space begins empty" : null);
            rules.Check([$"{volumeKey}.mountPath"], () => volumes.First(other => other.Value.MountPath == volume.MountPath).Key is var first && first != name
                ? $"\"{volume.MountPath}\" is the mountPath of {first} too"
                : null);
        }
    }

    private static string? FileSystemProblem(VolumeConfig volume, StackConfig config)
    {
        if (volume.FileSystem is not { } name || config.FileSystems.ContainsKey(name))
        {
            return null;
        }

        return config.FileSystems.Count == 0
            ? $"\"{name}\" does not exist: this stack has no fileSystems"
            : $"\"{name}\" is not one of {Words.List(config.FileSystems.Keys, "or")}";
    }
}
