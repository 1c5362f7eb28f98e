using Infra.Configuration.StackFiles;
using Infra.Sandbox.Deployments.Commands;
using Pulumi;

namespace Infra.Sandbox.Deployments.Folders;

/// <summary>
/// The folder for one stack's state, logs and passwords: <c>.sandbox/‹stack›</c> next to Pulumi.yaml, readable only by its owner. While it is
/// open, no other command can use the stack.
/// </summary>
internal sealed class WorkFolder : IDisposable
{
    private const string Root = ".sandbox";
    private const string Logs = "logs";

    private readonly FileStream _lock;

    private WorkFolder(string path, string displayPath, bool isNew, FileStream folderLock)
    {
        Path = path;
        DisplayPath = displayPath;
        IsNew = isNew;
        _lock = folderLock;
    }

    public string Path { get; }

    /// <summary>The path relative to the project.</summary>
    public string DisplayPath { get; }

    /// <summary>Whether this command created the folder.</summary>
    public bool IsNew { get; }

    /// <exception cref="UsageException">The stack name is not valid.</exception>
    /// <exception cref="RunException">The folder cannot be written.</exception>
    public static async Task<WorkFolder> OpenAsync(string projectDirectory, string stack, Action<string> print, CancellationToken cancellation)
    {
        if (StackName.ProblemOf(stack) is { } problem)
        {
            throw new UsageException(problem);
        }

        var displayPath = DisplayPathOf(stack);
        var path = System.IO.Path.Combine(projectDirectory, displayPath);
        var isNew = !Directory.Exists(path);
        try
        {
            var folderLock = await FolderLock.AcquireAsync(
                System.IO.Path.Combine(path, ".lock"),
                () => print($"Waiting for another command on {stack} to finish."),
                cancellation);
            return new WorkFolder(path, displayPath, isNew, folderLock);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RunException(
                $"{displayPath} cannot be written ({exception.Message}); the sandbox keeps state, passwords and logs there, "
                + "so make it writable or use your own copy of the project");
        }
    }

    /// <summary>Whether a stack has a folder.</summary>
    public static bool Exists(string projectDirectory, string stack) =>
        Directory.Exists(System.IO.Path.Combine(projectDirectory, DisplayPathOf(stack)));

    /// <summary>The stacks with a folder.</summary>
    public static IEnumerable<string> StacksIn(string projectDirectory) =>
        System.IO.Path.Combine(projectDirectory, Root) is var root && Directory.Exists(root)
            ? Directory.EnumerateDirectories(root).Select(path => System.IO.Path.GetFileName(path))
            : [];

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>The text of a file; null if it does not exist.</summary>
    public string? Read(string name) => System.IO.File.Exists(File(name)) ? System.IO.File.ReadAllText(File(name)) : null;

    public void Write(string name, string text) => OwnerOnly.Write(File(name), text);

    public void Delete(string name) => System.IO.File.Delete(File(name));

    /// <summary>Creates the log file of a process.</summary>
    /// <returns>Its full path.</returns>
    public string CreateLog(string name)
    {
        OwnerOnly.CreateDirectory(File(Logs));
        var log = System.IO.Path.Combine(File(Logs), $"{name}.log");
        OwnerOnly.CreateFile(log);
        return log;
    }

    /// <summary>Deletes the folder.</summary>
    public void Remove()
    {
        Directory.Delete(Path, recursive: true);
        if (System.IO.Path.GetDirectoryName(Path) is { } root && !Directory.EnumerateFileSystemEntries(root).Any())
        {
            Directory.Delete(root);
        }
    }

    public void Dispose() => _lock.Dispose();

    private static string DisplayPathOf(string stack) => System.IO.Path.Combine(Root, stack);
}
