namespace Infra.Sandbox.Deployments.Folders;

/// <summary>A lock for one command per stack. The operating system releases it when the process exits.</summary>
internal static class FolderLock
{
    // Errors of Linux and macOS that do not go away by waiting.
    private const int NoSpaceLeft = 28;
    private const int ReadOnlyFileSystem = 30;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <param name="file">The lock file, created if it does not exist.</param>
    /// <param name="onWait">Called once if another command holds the lock.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    public static async Task<FileStream> AcquireAsync(string file, Action onWait, CancellationToken cancellation)
    {
        for (var hasWaited = false; ;)
        {
            if (TryAcquire(file) is { } taken)
            {
                return taken;
            }

            if (!hasWaited)
            {
                hasWaited = true;
                onWait();
            }

            await Task.Delay(Pause, cancellation);
        }
    }

    private static FileStream? TryAcquire(string file)
    {
        OwnerOnly.CreateDirectory(Path.GetDirectoryName(file)!);
        try
        {
            var stream = OwnerOnly.OpenExclusive(file);
            if (File.Exists(file))
            {
                return stream;
            }

            // The previous owner has deleted the folder, and this lock with it.
            stream.Dispose();
        }
        catch (IOException exception) when (exception.HResult is not (NoSpaceLeft or ReadOnlyFileSystem))
        {
            // Locked by another process, or the folder has just been deleted.
        }

        return null;
    }
}
