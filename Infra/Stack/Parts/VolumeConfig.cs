using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;

namespace Infra.Stack.Parts;

/// <summary>A directory that a task sees: of a file system, where it lasts and others may share it, or else scratch space that ends with the task.</summary>
internal sealed record VolumeConfig
{
    /// <summary>The mount path in the containers.</summary>
    [Pattern("^(/(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+$", "an absolute path such as /var/lib/app")]
    public required string MountPath { get; init; }

    /// <summary>One of <c>app:fileSystems</c>; without it the volume is scratch space. A bucket cannot be mounted: tasks reach it by the API, see <c>buckets</c>.</summary>
    public string? FileSystem { get; init; }

    // https://docs.aws.amazon.com/efs/latest/ug/API_RootDirectory.html
    /// <summary>The directory of the file system, made when it is missing; otherwise <c>/</c> and the name of the volume.</summary>
    [Length(0, 100)]
    [Pattern("^(/(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+){1,4}$", "a path of one to four directories such as /uploads")]
    public string? Path { get; init; }

    /// <summary>Forbid the task to write to it.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>The user as whom a file system is used, whoever the container runs as, and who owns a new directory.</summary>
    [Range(1, int.MaxValue)]
    public int Uid { get; init; } = 1000;

    /// <summary>The group, likewise.</summary>
    [Range(1, int.MaxValue)]
    public int Gid { get; init; } = 1000;

    /// <summary>The directory of a volume on its file system; null for scratch space.</summary>
    public FileSystemDirectory? DirectoryOf(string name) =>
        FileSystem is null ? null : new FileSystemDirectory(FileSystem, Path ?? $"/{name}", Uid, Gid);
}

/// <summary>A directory of a file system, as one user; tasks that name the same share it.</summary>
/// <param name="FileSystem">The file system's name in the configuration.</param>
/// <param name="Path">The path from the file system's root.</param>
/// <param name="Uid">The user.</param>
/// <param name="Gid">The user's group.</param>
internal sealed record FileSystemDirectory(string FileSystem, string Path, int Uid, int Gid);
