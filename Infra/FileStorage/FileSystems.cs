using System.Globalization;
using Infra.Networking;
using Pulumi;

namespace Infra.FileStorage;

internal sealed record FileSystemsArgs
{
    public required Network Network { get; init; }

    /// <summary>The group that admits the tasks to NFS.</summary>
    public required Output<string> SecurityGroupId { get; init; }

    /// <summary>The key of file systems that name none; null for AWS's own.</summary>
    public string? KmsKeyArn { get; init; }

    /// <summary>What the volumes of all tasks need; what several share may be named several times.</summary>
    public required IEnumerable<FileSystemDirectory> Directories { get; init; }
}

/// <summary>How a task mounts a directory.</summary>
/// <param name="FileSystemId">The file system.</param>
/// <param name="AccessPointId">The access point, which leads to the directory and nowhere else.</param>
/// <param name="Permission">What the role of the task needs.</param>
internal sealed record FileSystemMount(Output<string> FileSystemId, Output<string> AccessPointId, Output<PolicyStatement> Permission);

/// <summary>The file systems of the stack file and the directories that tasks use. Whatever starts tasks waits for the component.</summary>
internal sealed class FileSystems : ComponentResource
{
    private const string Type = "infra:index:FileSystems";

    private readonly string _name;
    private readonly Dictionary<string, FileSystem> _fileSystems;
    private readonly Dictionary<FileSystemDirectory, Efs.AccessPoint> _accessPoints;

    private FileSystems(string name, IReadOnlyDictionary<string, FileSystemConfig> config, FileSystemsArgs args)
        : base(Type, name)
    {
        _name = name;
        var subnets = args.Network.DataSubnets.ToDictionary(subnet => subnet.Name, subnet => subnet.Id);
        _fileSystems = config.ToDictionary(
            entry => entry.Key, entry => CreateFileSystem($"{name}-{entry.Key}", entry.Value, subnets, args));
        _accessPoints = args.Directories.Distinct().ToDictionary(directory => directory, CreateAccessPoint);
        RegisterOutputs();
    }

    public IReadOnlyList<Output<string>> Arns => [.. _fileSystems.Values.Select(fileSystem => fileSystem.Arn)];

    public static FileSystems? For(string name, IReadOnlyDictionary<string, FileSystemConfig> config, FileSystemsArgs args) =>
        config.Count > 0 ? new FileSystems(name, config, args) : null;

    public FileSystemMount Mount(FileSystemDirectory directory, bool readOnly)
    {
        var (fileSystem, accessPoint) = (_fileSystems[directory.FileSystem], _accessPoints[directory]);
        return new FileSystemMount(
            fileSystem.Id,
            accessPoint.Id,
            Output.Tuple(fileSystem.Arn, accessPoint.Arn).Apply(arns => FileSystemPolicies.Mount(arns.Item1, arns.Item2, readOnly)));
    }

    private FileSystem CreateFileSystem(
        string name, FileSystemConfig config, IReadOnlyDictionary<string, Output<string>> subnets, FileSystemsArgs args) => new(
            name,
            new FileSystemArgs
            {
                Config = config,
                KmsKeyArn = config.KmsKeyArn ?? args.KmsKeyArn,
                Subnets = subnets,
                SecurityGroupId = args.SecurityGroupId,
            },
            this.ChildComponent());

    // Nothing about an access point can change, so its name says all it is.
    private Efs.AccessPoint CreateAccessPoint(FileSystemDirectory directory) => new(
        string.Create(CultureInfo.InvariantCulture, $"{_name}-{directory.FileSystem}{directory.Path}-{directory.Uid}-{directory.Gid}"),
        new Efs.AccessPointArgs
        {
            FileSystemId = _fileSystems[directory.FileSystem].Id,
            PosixUser = new Efs.Inputs.AccessPointPosixUserArgs { Uid = directory.Uid, Gid = directory.Gid },
            RootDirectory = new Efs.Inputs.AccessPointRootDirectoryArgs
            {
                Path = directory.Path,
                CreationInfo = new Efs.Inputs.AccessPointRootDirectoryCreationInfoArgs
                {
                    OwnerUid = directory.Uid,
                    OwnerGid = directory.Gid,
                    Permissions = "0755",
                },
            },
        },
        this.Child());
}
