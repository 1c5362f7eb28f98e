using Infra.Configuration.StackFiles;
using Infra.Sandbox.Deployments.Commands;
using Pulumi;

namespace Infra.Sandbox.Diff.StackFiles;

/// <summary>Reads stack files from the disk and from git revisions.</summary>
internal sealed class StackFileReader(DiffRequest request, DeploymentContext context, CancellationToken cancellation)
{
    private const string LastCommit = "HEAD";
    private const string ProjectFileName = "Pulumi.yaml";

    private readonly string _directory = context.Terminal.Directory;
    private readonly ProjectFile _project = ProjectFile.Find(context.Terminal.Directory);

    private string FilePath => request.ConfigFile is { } file
        ? Path.GetFullPath(file, _directory)
        : Path.Combine(_project.StackDirectory, FileName);

    private string FileName => request.ConfigFile ?? $"Pulumi.{request.Stack}.yaml";

    public Task<StackVersion> ReadOldAsync() => request.From is { } from ? ReadAsync("--from", from) : ReadRevisionAsync("--from", LastCommit);

    public Task<StackVersion> ReadNewAsync() => request.To is { } to ? ReadAsync("--to", to) : Task.FromResult(ReadFile(request.ConfigFile));

    private Task<StackVersion> ReadAsync(string option, string fileOrRevision) => File.Exists(Path.GetFullPath(fileOrRevision, _directory))
        ? Task.FromResult(ReadFile(fileOrRevision))
        : ReadRevisionAsync(option, fileOrRevision);

    private StackVersion ReadFile(string? file)
    {
        // Reports a file that does not exist.
        var values = StackFile.Read(_project, request.Stack, file, _directory);
        var name = file ?? FileName;
        return new StackVersion
        {
            Label = name,
            Project = _project,
            Stack = request.Stack,
            File = YamlFile.Read(name, file is null ? FilePath : Path.GetFullPath(file, _directory)),
            Values = values,
        };
    }

    private async Task<StackVersion> ReadRevisionAsync(string option, string revision)
    {
        var git = new GitRevision(revision, option, context.Tools.Git(), cancellation);
        var stack = git.ReadAsync(FilePath, FileName);
        // The stack was deployed with the Pulumi.yaml of its time.
        var project = await git.TryReadAsync(Path.Combine(_project.Directory, ProjectFileName), ProjectFileName) is { } former
            ? ProjectFile.Parse(former, _project.Directory)
            : _project;
        var file = await stack;
        return new StackVersion
        {
            Label = file.Name,
            Project = project,
            Stack = request.Stack,
            File = file,
            Values = StackFile.Parse(file, project),
        };
    }
}
