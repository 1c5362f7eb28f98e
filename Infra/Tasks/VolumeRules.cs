using Infra.Stack.Rules;
using static Infra.Stack.StackKeys;

namespace Infra.Tasks;

/// <summary>The volumes of a task.</summary>
internal static class VolumeRules
{
    public static void Check(ConfiguredTask task, StackConfig config, RuleChecker rules)
    {
        foreach (var (name, volume) in task.Task.Volumes)
        {
            var key = task.KeyOf(config => config.Volumes).Named(name);
            var fileSystem = key.Member<VolumeConfig>(known => known.FileSystem);
            rules.Check([fileSystem, Key(stack => stack.FileSystems)], () =>
                volume.FileSystem is { } wanted ? References.Problem(wanted, config.FileSystems.Keys, "fileSystems") : null);
            rules.Check([key.Member<VolumeConfig>(known => known.Path), fileSystem], () =>
                volume is { Path: not null, FileSystem: null } ? "requires fileSystem: scratch space has no directories" : null);
            rules.Check([key.Member<VolumeConfig>(known => known.ReadOnly), fileSystem], () =>
                volume is { ReadOnly: true, FileSystem: null } ? "requires fileSystem: scratch space starts empty" : null);
            rules.Check([key.Member<VolumeConfig>(known => known.MountPath)], () =>
                task.Task.Volumes.First(other => other.Value.MountPath == volume.MountPath).Key is var first && first != name
                    ? $"\"{volume.MountPath}\" is already the mountPath of {first}"
                    : null);
        }
    }
}
