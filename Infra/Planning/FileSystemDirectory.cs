namespace Infra.Planning;

/// <summary>A directory of a file system, as one user; tasks that name the same share it.</summary>
/// <param name="FileSystem">The file system's name in the configuration.</param>
/// <param name="Path">The path from the file system's root.</param>
/// <param name="Uid">The user.</param>
/// <param name="Gid">The user's group.</param>
internal sealed record FileSystemDirectory(string FileSystem, string Path, int Uid, int Gid);
