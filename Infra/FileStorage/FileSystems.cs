using System.Globalization;
using Infra.Networking;
using Pulumi;

namespace Infra.FileStorage;

internal sealed record FileSystemsArgs
{
    public required Placement Placement { get; init; }

    public required IReadOnlyDictionary<string, FileSystemConfig> Config { get; init; }

    /// <summary>The directories that tasks mount; several tasks may share one.</summary>
    public required IEnumerable<FileSystemDirectory> Directories { get; init; }
}

/// <summary>The IDs with which a volume refers to a directory.</summary>
/// <param name="FileSystemId">The file system.</param>
/// <param name="AccessPointId">The access point of the directory.</param>
internal sealed record FileSystemMount(Output<string> FileSystemId, Output<string> AccessPointId);

/// <summary>The EFS file systems of the stack file and the directories that tasks mount.</summary>
internal sealed class FileSystems : ComponentResource, IStackPart
{
    private const string Type = "infra:index:FileSystems";

    private readonly string _name;
    private readonly Dictionary<string, FileSystem> _fileSystems;
    private readonly Dictionary<FileSystemDirectory, Efs.AccessPoint> _accessPoints;

    public FileSystems(string name, FileSystemsArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        _name = name;
        var subnets = args.Placement.Network.DataSubnets.ToDictionary(subnet => subnet.Name, subnet => subnet.Id);
        _fileSystems = args.Config.ToDictionary(
            entry => entry.Key, entry => CreateFileSystem($"{name}-{entry.Key}", entry.Value, subnets, args));
        _accessPoints = args.Directories.Distinct().ToDictionary(directory => directory, CreateAccessPoint);
        RegisterOutputs();
    }

    // Mounting fails until the mount target in the zone of the task exists.
    public bool IsNeededByTasks => true;

    public IEnumerable<Output<string>> BackupArns => _fileSystems.Values.Select(fileSystem => fileSystem.Arn);

    public IReadOnlyDictionary<string, Output<string>> Arns => _fileSystems
        .Select(entry => KeyValuePair.Create(FileSystemsDescription.FileSystem(entry.Key), entry.Value.Arn))
        .Concat(_accessPoints.Select(entry => KeyValuePair.Create(FileSystemsDescription.AccessPoint(entry.Key), entry.Value.Arn)))
        .ToDictionary();

    public FileSystemMount Mount(FileSystemDirectory directory) =>
        new(_fileSystems[directory.FileSystem].Id, _accessPoints[directory].Id);

    private FileSystem CreateFileSystem(
        string name, FileSystemConfig config, IReadOnlyDictionary<string, Output<string>> subnets, FileSystemsArgs args) => new(
            name,
            new FileSystemArgs
            {
                Config = config,
                CreationToken = AwsNames.FileSystem.Fit(args.Placement.Context.Names.Tag(name)),
                KmsKeyArn = config.KmsKeyArn ?? args.Placement.Context.KmsKeyArn,
                Subnets = subnets,
                SecurityGroupId = args.Placement.SecurityGroups.IdOf(FileSystemsDescription.Peer),
            },
            this.ChildComponent());

    // No property of an access point can be updated, so all of them are in its name.
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
