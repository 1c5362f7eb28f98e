using Infra.Sandbox.Deployments.Commands;

namespace Infra.Sandbox.Deployments.Folders;

/// <summary>
/// Where the sandbox keeps what belongs to one stack: <c>.sandbox/‹stack›</c> beside Pulumi.yaml, readable by its owner only. While it is open
/// no other command works on the stack.
/// </summary>
internal sealed class WorkFolder : IDisposable
{
    private const string Root = ".sandbox";
    private const string Logs = "logs";

    private readonly FileStream _lock;

    private WorkFolder(string path, string shownPath, bool isNew, FileStream folderLock)
    {
        Path = path;
        ShownPath = shownPath;
        IsNew = isNew;
        _lock = folderLock;
    }

    public string Path { get; }

    /// <summary>The path relative to the project.</summary>
    public string ShownPath { get; }

    /// <summary>Whether no command has finished anything in it yet.</summary>
    public bool IsNew { get; }

    /// <exception cref="MisuseException">The name of the stack cannot be one.</exception>
    public static async Task<WorkFolder> OpenAsync(string projectDirectory, string stack, Action<string> say, CancellationToken cancellation)
    {
        if (stack.Trim('.').Length == 0 || !stack.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.'))
        {
            throw new MisuseException($"\"{stack}\" is not the name of a stack: only letters, digits, hyphens, underscores and periods can be in it");
        }

        var shownPath = System.IO.Path.Combine(Root, stack);
        var path = System.IO.Path.Combine(projectDirectory, shownPath);
        var isNew = !Directory.Exists(path);
        var folderLock = await FolderLock.TakeAsync(
            System.IO.Path.Combine(path, ".lock"),
            () => say($"Another command is at work on {stack}; waiting until it is done."),
            cancellation);
        return new WorkFolder(path, shownPath, isNew, folderLock);
    }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>The text of a file, or null where there is none.</summary>
    public string? Read(string name) => System.IO.File.Exists(File(name)) ? System.IO.File.ReadAllText(File(name)) : null;

    public void Write(string name, string text) => OwnerOnly.Write(File(name), text);

    public void Delete(string name) => System.IO.File.Delete(File(name));

    /// <summary>Begins the log of a process.</summary>
    /// <returns>Its full path.</returns>
    public string CreateLog(string name)
    {
        OwnerOnly.CreateDirectory(File(Logs));
        var log = System.IO.Path.Combine(File(Logs), $"{name}.log");
        OwnerOnly.CreateFile(log);
        return log;
    }

    /// <summary>Removes the folder with everything in it.</summary>
    public void Remove()
    {
        Directory.Delete(Path, recursive: true);
        if (System.IO.Path.GetDirectoryName(Path) is { } root && !Directory.EnumerateFileSystemEntries(root).Any())
        {
            Directory.Delete(root);
        }
    }

    public void Dispose() => _lock.Dispose();
}
