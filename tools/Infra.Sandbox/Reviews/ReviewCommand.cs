using Infra.Configuration.StackFiles;
using Infra.Sandbox.CommandLine;
using Infra.Sandbox.Deployments.Commands;
using Infra.Sandbox.Diagrams.Comparison;
using Infra.Sandbox.Diff;
using Infra.Sandbox.Diff.StackFiles;
using Pulumi;

namespace Infra.Sandbox.Reviews;

/// <summary>Writes the comment on a pull request: what it does to each stack.</summary>
internal sealed class ReviewCommand
{
    // Folders and files of the program. What they change is not in the comparison of two stack files.
    private static readonly string[] Program = ["Infra", "Directory.Packages.props", "global.json"];

    private readonly string _from;
    private readonly DeploymentContext _context;
    private readonly CancellationToken _cancellation;
    private readonly ProjectFile _project;
    private readonly GitRevision _revision;

    /// <param name="from">The revision that the pull request goes into.</param>
    /// <param name="context">The terminal and the tools.</param>
    /// <param name="cancellation">Stops git.</param>
    public ReviewCommand(string from, DeploymentContext context, CancellationToken cancellation)
    {
        _from = from;
        _context = context;
        _cancellation = cancellation;
        _project = ProjectFile.Find(context.Terminal.Directory);
        _revision = new GitRevision(from, "--from", context.Tools.Git(), cancellation);
    }

    /// <param name="file">The file to write to; null for the terminal.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(string? file)
    {
        var former = ProjectFile.StacksOf(await _revision.FilesAsync(_project.StackDirectory));
        var reviews = new List<StackReview>();
        foreach (var stack in former.Union(_project.Stacks).Order(StringComparer.Ordinal))
        {
            reviews.Add(await ReviewAsync(stack, former.Contains(stack)));
        }

        var programFiles = await _revision.ChangedFilesAsync(_project.Directory, Program);
        var comment = ReviewComment.Text([.. reviews], programFiles.Count);
        await _context.Terminal.WriteAsync(comment, file, _cancellation);
        return reviews.Exists(review => review is StackReview.Invalid) ? ExitCodes.Failure : ExitCodes.Success;
    }

    private async Task<StackReview> ReviewAsync(string stack, bool exists)
    {
        if (!_project.Stacks.Contains(stack))
        {
            return new StackReview.Removed(stack);
        }

        var files = new StackFileReader(new DiffRequest { Stack = stack, From = _from }, _context, _cancellation);
        try
        {
            return exists
                ? await CompareAsync(stack, files)
                : new StackReview.Added(stack, await (await files.ReadNewAsync()).EvaluateAsync());
        }
        catch (RunException exception)
        {
            return new StackReview.Invalid(stack, exception.Message);
        }
    }

    private static async Task<StackReview> CompareAsync(string stack, StackFileReader files)
    {
        var (diff, (running, wanted)) = await DiffCommand.CompareAsync(files);
        var diagram = DiagramComparison.Of(running, wanted, diff.Plan) with { Comparison = (diff.From, diff.To) };
        return new StackReview.Compared(stack, diff, diagram);
    }
}
