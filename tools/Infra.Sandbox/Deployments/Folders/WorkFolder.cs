using Infra.Configuration.StackFiles;
using Infra.Sandbox.Deployments.Commands;
using Pulumi;

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
    /// <exception cref="RunException">It cannot be written.</exception>
    public static async Task<WorkFolder> OpenAsync(string projectDirectory, string stack, Action<string> say, CancellationToken cancellation)
    {
        if (StackName.ProblemOf(stack) is { } problem)
        {
            throw new MisuseException(problem);
        }

        var shownPath = ShownPathOf(stack);
        var path = System.IO.Path.Combine(projectDirectory, shownPath);
        var isNew = !Directory.Exists(path);
        try
        {
            var folderLock = await FolderLock.TakeAsync(
                System.IO.Path.Combine(path, ".lock"),
                () => say($"Another command is at work on {stack}; waiting until it is done."),
                cancellation);
            return new WorkFolder(path, shownPath, isNew, folderLock);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RunException(
                $"{shownPath} cannot be written ({exception.Message}); the sandbox keeps state, passwords and logs there: "
                + "make it writable, or work in a copy of the project that is yours");
        }
    }

    /// <summary>Whether a stack has a folder.</summary>
    public static bool Exists(string projectDirectory, string stack) =>
        Directory.Exists(System.IO.Path.Combine(projectDirectory, ShownPathOf(stack)));

    /// <summary>The stacks that have one.</summary>
    public static IEnumerable<string> StacksIn(string projectDirectory) =>
        System.IO.Path.Combine(projectDirectory, Root) is var root && Directory.Exists(root)
            ? Directory.EnumerateDirectories(root).Select(path => System.IO.Path.GetFileName(path))
            : [];

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

    private static string ShownPathOf(string stack) => System.IO.Path.Combine(Root, stack);
}
