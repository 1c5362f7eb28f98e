using System.Text;
using Infra.Configuration.StackFiles;
using Infra.Sandbox.Deployments.Commands;
using Infra.Sandbox.Deployments.Processes;
using Pulumi;

namespace Infra.Sandbox.Diff.StackFiles;

/// <summary>Reads the files of a git revision.</summary>
/// <param name="revision">The revision: a commit, a branch or a tag.</param>
/// <param name="option">The option that names the revision, for messages.</param>
/// <param name="git">The full path of git.</param>
/// <param name="cancellation">Stops git.</param>
internal sealed class GitRevision(string revision, string option, string git, CancellationToken cancellation)
{
    /// <param name="path">The full path of the file.</param>
    /// <param name="name">The name of the file for messages.</param>
    /// <exception cref="UsageException">The revision does not exist, or does not have the file.</exception>
    public async Task<YamlFile> ReadAsync(string path, string name) =>
        await TryReadAsync(path, name) ?? throw new UsageException(await ReasonAsync(Path.GetDirectoryName(path)!, name));

    /// <returns>The file; null if the revision does not exist or does not have it.</returns>
    public async Task<YamlFile?> TryReadAsync(string path, string name)
    {
        var (directory, label) = (Path.GetDirectoryName(path)!, $"{revision}:{name}");
        if (!Directory.Exists(directory) || !IsRevision)
        {
            return null;
        }

        using var content = new MemoryStream();
        var (exitCode, _) = await RunAsync(directory, content, "cat-file", "blob", $"{revision}:./{Path.GetFileName(path)}");
        return exitCode == 0 ? new YamlFile(label, Decode(label, content)) : null;
    }

    /// <returns>The names of the revision's files in a directory.</returns>
    /// <exception cref="UsageException">The revision does not exist.</exception>
    public Task<IReadOnlyList<string>> FilesAsync(string directory) =>
        ListAsync(directory, "ls-tree", "--name-only", "-z", revision, "./");

    /// <returns>The files in some paths of a directory that differ from the revision.</returns>
    /// <exception cref="UsageException">The revision does not exist.</exception>
    public Task<IReadOnlyList<string>> ChangedFilesAsync(string directory, params string[] paths) =>
        ListAsync(directory, ["diff", "--name-only", "-z", revision, "--", .. paths]);

    private async Task<IReadOnlyList<string>> ListAsync(string directory, params string[] arguments)
    {
        using var names = new MemoryStream();
        return IsRevision && await RunAsync(directory, names, arguments) is { ExitCode: 0 }
            ? Encoding.UTF8.GetString(names.ToArray()).Split('\0', StringSplitOptions.RemoveEmptyEntries)
            : throw new UsageException($"{option}: {revision} is not a git revision");
    }

    // Anything else would be an option of git, or a path.
    private bool IsRevision => revision is not ['-', ..] && !revision.Contains(':', StringComparison.Ordinal);

    private async Task<string> ReasonAsync(string directory, string name)
    {
        if (!Directory.Exists(directory))
        {
            return $"{name} is in a folder that does not exist; name a file with {option}";
        }

        var (repositoryExit, errors) = await RunAsync(directory, Stream.Null, "rev-parse", "--git-dir");
        if (repositoryExit != 0)
        {
            return $"git cannot read {name}: {errors.Trim()}; name a file with {option}";
        }

        return IsRevision && (await RunAsync(directory, Stream.Null, "rev-parse", "--verify", "--quiet", $"{revision}^{{commit}}")).ExitCode == 0
            ? $"{revision} does not have {name}; name another revision or a file with {option}"
            : $"{option}: {revision} is neither a file nor a git revision";
    }

    private Task<(int ExitCode, string Errors)> RunAsync(string directory, Stream output, params string[] arguments) =>
        ToolProcess.CaptureAsync(new ToolCommand { Program = git, Arguments = arguments, Directory = directory }, output, cancellation);

    private static string Decode(string label, MemoryStream content)
    {
        content.Position = 0;
        try
        {
            using var reader = new StreamReader(content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            throw new RunException($"{label} contains bytes that are not UTF-8");
        }
    }
}
