using Infra.FileStorage;

namespace Infra.Tasks;

/// <summary>The volumes of a task: EFS access points and scratch space.</summary>
internal static class TaskVolumes
{
    public static IEnumerable<Ecs.Inputs.TaskDefinitionVolumeArgs> Plan(TaskConfig task, FileSystems? fileSystems) => Sorted(task)
        .Select(volume => volume.Value.DirectoryOf(volume.Key) is { } directory
            ? PlanEfs(volume.Key, fileSystems!.Mount(directory))
            : new Ecs.Inputs.TaskDefinitionVolumeArgs { Name = volume.Key });

    public static IReadOnlyList<ContainerMount> MountsOf(TaskConfig task) =>
        [.. Sorted(task).Select(volume => new ContainerMount(volume.Key, volume.Value.MountPath, volume.Value.ReadOnly))];

    private static Ecs.Inputs.TaskDefinitionVolumeArgs PlanEfs(string name, FileSystemMount mount) => new()
    {
        Name = name,
        EfsVolumeConfiguration = new Ecs.Inputs.TaskDefinitionVolumeEfsVolumeConfigurationArgs
        {
            FileSystemId = mount.FileSystemId,
            TransitEncryption = "ENABLED",
            AuthorizationConfig = new Ecs.Inputs.TaskDefinitionVolumeEfsVolumeConfigurationAuthorizationConfigArgs
            {
                AccessPointId = mount.AccessPointId,
                Iam = "ENABLED",
            },
        },
    };

    private static IEnumerable<KeyValuePair<string, VolumeConfig>> Sorted(TaskConfig task) =>
        task.Volumes.OrderBy(volume => volume.Key, StringComparer.Ordinal);
}
