using System.Globalization;
using Infra.Configuration.Binding;

namespace Infra.FileStorage;

/// <summary>The file systems as other parts know them.</summary>
internal sealed record FileSystemsDescription(IReadOnlyDictionary<string, FileSystemConfig> Config) : PartDescription
{
    /// <summary>The port of EFS. https://docs.aws.amazon.com/efs/latest/ug/source-ports.html</summary>
    private const int NfsPort = 2049;

    public static readonly TrafficPeer Peer = TrafficPeer.OfPart("file-systems");

    public override KeyPath Key => StackKeys.Key(stack => stack.FileSystems);

    public override string Word => "fileSystem";

    public override bool IsPresent => Config.Count > 0;

    public override NetworkTarget? Target => IsPresent ? new(Peer, NfsPort) : null;

    public override bool IsUsedBy(TaskUses task) => task.Directories.Any();

    public override IEnumerable<PartPermission> PermissionsFor(TaskUses task, AwsScope scope) => task.Volumes
        .OrderBy(volume => volume.Key, StringComparer.Ordinal)
        .SelectMany(volume => volume.Value.DirectoryOf(volume.Key) is { } directory ? [MountPermission(directory, volume.Value.ReadOnly)] : (PartPermission[])[]);

    /// <summary>The name of a file system among the ARNs.</summary>
    public static string FileSystem(string name) => $"fileSystem.{name}";

    /// <summary>The name of the access point of a directory among the ARNs.</summary>
    public static string AccessPoint(FileSystemDirectory directory) => string.Create(
        CultureInfo.InvariantCulture, $"accessPoint.{directory.FileSystem}{directory.Path}-{directory.Uid}-{directory.Gid}");

    private static PartPermission MountPermission(FileSystemDirectory directory, bool readOnly) => new(
        [FileSystem(directory.FileSystem), AccessPoint(directory)],
        arns => FileSystemPolicies.Mount(arns[0], arns[1], readOnly));

    public override string PlannedArn(string name, PlannedNames planned) => PlannedNames.Arn(
        "elasticfilesystem",
        name.StartsWith("fileSystem.", StringComparison.Ordinal) ? "file-system/fs-0123456789abcdef0" : "access-point/fsap-0123456789abcdef0");

    public override void Check(StackConfig config, RuleChecker rules) => FileSystemRules.Check(config, rules);
}
