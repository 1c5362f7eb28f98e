using System.Collections.Immutable;
using Infra.Sandbox.Changes;
using Infra.Sandbox.Checks;
using Infra.Sandbox.Costs;
using Infra.Sandbox.Deployments.Commands;
using Infra.Sandbox.Diff.Reports;
using Infra.Sandbox.Diff.StackFiles;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Notices;
using Infra.Stack;
using Pulumi;

namespace Infra.Sandbox.Diff;

/// <summary>The arguments and options of <c>diff</c>.</summary>
internal sealed record DiffRequest
{
    public required string Stack { get; init; }

    /// <summary>The old stack file or its git revision; null for the last commit.</summary>
    public string? From { get; init; }

    /// <summary>The new stack file or its git revision; null for the file on disk.</summary>
    public string? To { get; init; }

    /// <summary>The path of the stack file, if it is not the stack's own.</summary>
    public string? ConfigFile { get; init; }

    public DiffFormat Format { get; init; }

    /// <summary>Whether the AWS provider is asked as well.</summary>
    public bool AsksProvider { get; init; }
}

internal enum DiffFormat
{
    Text,
    Markdown,
    Json,
}

/// <summary>Shows what an edit of a stack file does to the running stack.</summary>
internal static class DiffCommand
{
    public static async Task<UpdatePlan> RunAsync(DiffRequest request, DeploymentContext context, CancellationToken cancellation)
    {
        var (diff, graphs) = await CompareAsync(new StackFileReader(request, context, cancellation));
        var answers = request.AsksProvider ? await ProviderCheck.RunAsync(request.Stack, graphs, diff.Plan, context, cancellation) : [];
        var terminal = context.Terminal;
        switch (request.Format)
        {
            case DiffFormat.Markdown:
                await terminal.Out.WriteAsync(MarkdownReport.Text(diff));
                break;
            case DiffFormat.Json:
                await terminal.Out.WriteLineAsync(JsonReport.Text(diff));
                break;
            default:
                new TextReport(terminal).Write(diff);
                break;
        }

        foreach (var answer in answers)
        {
            await (request.Format == DiffFormat.Text ? terminal.Out : terminal.Error).WriteLineAsync(answer);
        }

        return diff.Plan;
    }

    /// <summary>Reads and checks both stack files.</summary>
    public static async Task<(StackVersion From, StackVersion To)> ReadBothAsync(StackFileReader files)
    {
        var (from, to) = await BothAsync(() => CheckedAsync(files.ReadOldAsync), () => CheckedAsync(files.ReadNewAsync));
        return (EncryptedValues.WithFormerSymbols(from, to), to);
    }

    /// <summary>Compares both versions of a stack. The problems of both files are reported at once.</summary>
    public static async Task<(StackDiff Diff, (ResourceGraph Running, ResourceGraph Wanted) Graphs)> CompareAsync(StackFileReader files)
    {
        var (from, to) = await ReadBothAsync(files);
        var (fromConfig, toConfig) = (from.Load(), to.Load());
        var running = await from.EvaluateAsync(fromConfig);
        var wanted = await to.EvaluateAsync(toConfig);
        var plan = UpdatePlanner.Plan(running, wanted);
        var edits = StackEdits.Between(from, to);
        ImmutableArray<KeyChange> keys = [.. edits.SelectMany(edit => edit.Changes)];
        var diff = new StackDiff
        {
            Stack = to.Stack,
            From = from.Label,
            To = to.Label,
            Keys = keys,
            Plan = plan,
            Attribution = await new Attributor(from, to, running).AttributeAsync(edits, plan),
            Cost = CostComparison.Of((running, fromConfig.Costs), (wanted, toConfig.Costs)),
            IdentityChanges = IdentityChanges.Of(from, to, running, keys, plan),
        };
        return (WithRemarks(diff, (running, fromConfig), (wanted, toConfig)), (running, wanted));
    }

    // No edit lets an exception expire, so all hold.
    private static StackDiff WithRemarks(StackDiff diff, (ResourceGraph Graph, StackConfig Config) old, (ResourceGraph Graph, StackConfig Config) wanted) => diff with
    {
        Findings = ComingAndGoing<Finding>.Between(FindingsOf(old), FindingsOf(wanted), finding => finding.Identity),
        Notices = ComingAndGoing<Notice>.Between(NoticesOf(old), NoticesOf(wanted), notice => notice),
    };

    private static IEnumerable<Finding> FindingsOf((ResourceGraph Graph, StackConfig Config) stack) =>
        StackChecker.Check(stack.Graph, stack.Config, today: null).Foundational.Findings;

    private static IEnumerable<Notice> NoticesOf((ResourceGraph Graph, StackConfig Config) stack) =>
        StackNotices.Of(stack.Graph, stack.Config).Concat(stack.Config.Warnings.Select(warning => new Notice(warning.Key, warning.Message)));

    private static async Task<StackVersion> CheckedAsync(Func<Task<StackVersion>> read)
    {
        var version = await read();
        try
        {
            version.Load();
            return version;
        }
        catch (RunException exception)
        {
            throw new RunException($"{version.Label}: {exception.Message}");
        }
    }

    // The problems of both stack files are reported at once.
    private static async Task<(T Old, T New)> BothAsync<T>(Func<Task<T>> readOld, Func<Task<T>> readNew)
    {
        var (old, wanted) = (await SettledAsync(readOld), await SettledAsync(readNew));
        return (old.Exception?.InnerException, wanted.Exception?.InnerException) is (RunException first, RunException second)
            ? throw new RunException($"{first.Message}\n{second.Message}")
            : (await old, await wanted);
    }

    private static async Task<Task<T>> SettledAsync<T>(Func<Task<T>> read)
    {
        var task = RunAsync();
        await Task.WhenAny(task);
        return task;

        async Task<T> RunAsync() => await read();
    }
}
