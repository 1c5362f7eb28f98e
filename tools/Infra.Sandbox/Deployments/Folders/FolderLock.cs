namespace Infra.Sandbox.Deployments.Folders;

/// <summary>Keeps two commands from working on one stack at the same time. The system ends it with the process.</summary>
internal static class FolderLock
{
    // The errors of Linux and macOS that no waiting mends.
    private const int NoSpaceLeft = 28;
    private const int ReadOnlyFileSystem = 30;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <param name="file">The file that stands for the folder; it is made where it does not exist.</param>
    /// <param name="sayWaiting">Called once if another command is at work.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<FileStream> TakeAsync(string file, Action sayWaiting, CancellationToken cancellation)
    {
        for (var hasWaited = false; ;)
        {
            if (TryTake(file) is { } taken)
            {
                return taken;
            }

            if (!hasWaited)
            {
                hasWaited = true;
                sayWaiting();
            }

            await Task.Delay(Pause, cancellation);
        }
    }

    private static FileStream? TryTake(string file)
    {
        OwnerOnly.CreateDirectory(Path.GetDirectoryName(file)!);
        try
        {
            var stream = OwnerOnly.OpenAlone(file);
            if (File.Exists(file))
            {
                return stream;
            }

            // Whoever had it has removed the folder: this is the lock of a folder that is no more.
            stream.Dispose();
        }
        catch (IOException exception) when (exception.HResult is not (NoSpaceLeft or ReadOnlyFileSystem))
        {
            // Taken by another process, or the folder has just been removed.
        }

        return null;
    }
}
