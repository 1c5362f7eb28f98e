namespace Infra.Sandbox.Deployments.Folders;

/// <summary>Directories and files that nobody but their owner can read. They hold generated passwords, and state that repeats them.</summary>
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

    /// <summary>An empty file, whatever was there before.</summary>
    public static void CreateFile(string path)
    {
        File.Delete(path);
        using var stream = new FileStream(path, Creation(FileMode.CreateNew));
    }

    /// <summary>Opens a file that nobody else can open until it is closed.</summary>
    /// <exception cref="IOException">Somebody has it open.</exception>
    public static FileStream OpenAlone(string path)
    {
        var options = Creation(FileMode.OpenOrCreate);
        options.Share = FileShare.None;
        return new FileStream(path, options);
    }

    /// <summary>Writes a file all at once, so that no interruption leaves half of it.</summary>
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
