namespace Infra.Sandbox.Deployments.Folders;

/// <summary>Creates folders and files that only their owner can read, because they contain generated passwords.</summary>
internal static class OwnerOnly
{
    private const UnixFileMode FileAccess = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode DirectoryAccess = FileAccess | UnixFileMode.UserExecute;

    public static void CreateDirectory(string path)
    {
        Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, DirectoryAccess);
        }
    }

    /// <summary>Creates an empty file, replacing an existing one.</summary>
    public static void CreateFile(string path)
    {
        File.Delete(path);
        using var stream = new FileStream(path, Creation(FileMode.CreateNew));
    }

    /// <summary>Opens a file exclusively.</summary>
    /// <exception cref="IOException">The file is open elsewhere.</exception>
    public static FileStream OpenExclusive(string path)
    {
        var options = Creation(FileMode.OpenOrCreate);
        options.Share = FileShare.None;
        return new FileStream(path, options);
    }

    /// <summary>Writes a file atomically.</summary>
    public static void Write(string path, string text)
    {
        var draft = path + ".new";
        File.Delete(draft);
        using (var writer = new StreamWriter(new FileStream(draft, Creation(FileMode.CreateNew))))
        {
            writer.Write(text);
        }

        File.Move(draft, path, overwrite: true);
    }

    private static FileStreamOptions Creation(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = System.IO.FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = FileAccess;
        }

        return options;
    }
}
