using System.Globalization;
using Infra.Networking;
using Pulumi;

namespace Infra.FileStorage;

internal sealed record FileSystemArgs
{
    public required FileSystemConfig Config { get; init; }

    /// <summary>The key that encrypts it; null for AWS's own.</summary>
    public string? KmsKeyArn { get; init; }

    /// <summary>One subnet in each zone, by a name that stays the same when others come or go.</summary>
    public required IReadOnlyDictionary<string, Output<string>> Subnets { get; init; }

    public required Output<string> SecurityGroupId { get; init; }
}

/// <summary>
/// An encrypted file system with an address in each zone. A client that mounts it must wait for the component: until the address in
/// its zone exists there is nothing to mount.
/// </summary>
internal sealed class FileSystem : ComponentResource
{
    private const string Type = "infra:index:FileSystem";

    private readonly string _name;

    public FileSystem(string name, FileSystemArgs args, ComponentResourceOptions options)
        : base(Type, name, options)
    {
        _name = name;
        var fileSystem = CreateFileSystem(args.Config, args.KmsKeyArn);
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

    private Efs.FileSystem CreateFileSystem(FileSystemConfig config, string? kmsKeyArn)
    {
        var args = new Efs.FileSystemArgs
        {
            Encrypted = true,
            KmsKeyId = kmsKeyArn!,
            ThroughputMode = config.Throughput == FileSystemThroughput.Elastic ? "elastic" : "bursting",
        };
        if (config.TransitionToColdAfterDays is { } days)
        {
            args.LifecyclePolicies = [new Efs.Inputs.FileSystemLifecyclePolicyArgs { TransitionToIa = AfterDays(days) }];
        }

        var options = this.Child();
        options.Protect = config.DeletionProtection;
        return new Efs.FileSystem(_name, args, options);
    }

    private static string AfterDays(int days) =>
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
