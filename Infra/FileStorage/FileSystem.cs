using System.Globalization;
using Pulumi;

namespace Infra.FileStorage;

internal sealed record FileSystemArgs
{
    public required FileSystemConfig Config { get; init; }

    /// <summary>Unique in the account and the region.</summary>
    public required string CreationToken { get; init; }

    /// <summary>The customer managed KMS key; null for the AWS managed key.</summary>
    public string? KmsKeyArn { get; init; }

    /// <summary>One subnet for each Availability Zone, by a name that does not change when others are added or removed.</summary>
    public required IReadOnlyDictionary<string, Output<string>> Subnets { get; init; }

    public required Output<string> SecurityGroupId { get; init; }
}

/// <summary>
/// An encrypted file system with a mount target in each Availability Zone. Tasks that mount it depend on the component, because mounting
/// fails until the mount target in their zone exists.
/// </summary>
internal sealed class FileSystem : ComponentResource
{
    private const string Type = "infra:index:FileSystem";

    private readonly string _name;

    public FileSystem(string name, FileSystemArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        _name = name;
        var fileSystem = CreateFileSystem(args);
        CreatePolicy(fileSystem);
        CreateBackupPolicy(fileSystem, args.Config.AutomaticBackups);
        foreach (var (key, subnetId) in args.Subnets)
        {
            CreateMountTarget(fileSystem, key, subnetId, args.SecurityGroupId);
        }

        Id = fileSystem.Id;
        Arn = fileSystem.Arn;
        RegisterOutputs();
    }

    [Output("id")]
    public Output<string> Id { get; }

    [Output("arn")]
    public Output<string> Arn { get; }

    private Efs.FileSystem CreateFileSystem(FileSystemArgs args)
    {
        var fileSystem = new Efs.FileSystemArgs
        {
            // Each token makes one file system, so that an empty replacement fails and the files stay.
            CreationToken = args.CreationToken,
            Encrypted = true,
            KmsKeyId = args.KmsKeyArn!,
            ThroughputMode = args.Config.Throughput == FileSystemThroughput.Elastic ? "elastic" : "bursting",
        };
        if (args.Config.TransitionToColdAfterDays is { } days)
        {
            fileSystem.LifecyclePolicies = [new Efs.Inputs.FileSystemLifecyclePolicyArgs { TransitionToIa = TransitionAfter(days) }];
        }

        return new Efs.FileSystem(_name, fileSystem, this.DataChild(args.Config.DeletionProtection));
    }

    private static string TransitionAfter(int days) =>
        string.Create(CultureInfo.InvariantCulture, $"AFTER_{days}_DAY{(days == 1 ? "" : "S")}");

    private void CreatePolicy(Efs.FileSystem fileSystem) => _ = new Efs.FileSystemPolicy(
        _name,
        new Efs.FileSystemPolicyArgs { FileSystemId = fileSystem.Id, Policy = fileSystem.Arn.Apply(FileSystemPolicies.Json) },
        this.Child());

    private void CreateBackupPolicy(Efs.FileSystem fileSystem, bool isEnabled) => _ = new Efs.BackupPolicy(
        _name,
        new Efs.BackupPolicyArgs
        {
            FileSystemId = fileSystem.Id,
            BackupPolicyDetails = new Efs.Inputs.BackupPolicyBackupPolicyArgs { Status = isEnabled ? "ENABLED" : "DISABLED" },
        },
        this.Child());

    private void CreateMountTarget(Efs.FileSystem fileSystem, string key, Output<string> subnetId, Output<string> securityGroupId) =>
        _ = new Efs.MountTarget(
            $"{_name}-{key}",
            new Efs.MountTargetArgs { FileSystemId = fileSystem.Id, SubnetId = subnetId, SecurityGroups = [securityGroupId] },
            this.Child());
}
