using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Sandbox.Tests.Deployments.Lifecycles.Edits;
using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Permissions.Enforcement;

/// <summary>
/// Finds the actions without which a stack cannot be deployed, edited and destroyed. Starts without any, and grants an action only after a
/// command has failed because of it. Each failure is the run that a policy with all other actions would end with: the provider calls the
/// same operations up to this one.
/// </summary>
/// <param name="print">Prints the progress.</param>
internal sealed partial class NeededActions(Action<string> print)
{
    private const int MaxRuns = 400;

    // Only an emulator gets the first. Without the second, the provider waits twenty minutes for each bucket.
    private static readonly string[] Assumed = ["iam:GetUser", "s3:ListBucket"];

    /// <summary>The actions that an error of the provider has named.</summary>
    public SortedSet<string> Named { get; } = new(StringComparer.Ordinal);

    /// <summary>The actions that were denied together in a run which failed without naming one.</summary>
    public SortedSet<string> Unnamed { get; } = new(StringComparer.Ordinal);

    /// <summary>All actions that moto has checked.</summary>
    public SortedSet<string> Called { get; } = new(StringComparer.Ordinal);

    public int Runs { get; private set; }

    private IEnumerable<string> Granted => Named.Concat(Unnamed).Concat(Assumed);

    /// <summary>Deploys, edits and destroys a stack, and adds the actions that it needs to those of other stacks.</summary>
    /// <param name="stack">The name of the stack.</param>
    /// <param name="configFile">The stack file, if it does not have the stack's name.</param>
    /// <param name="rounds">The edits of the stack file.</param>
    public async Task FindAsync(string stack, string? configFile, IEnumerable<EditRound> rounds)
    {
        using var project = new SandboxProject();
        var file = configFile is null ? $"Pulumi.{stack}.yaml" : project.Copy(configFile);
        using var policy = new EnforcedPolicy(project.Application(file), Granted);
        await using var emulator = await StartedEmulator.StartAsync(policy.Environment);
        var step = new Step(project, policy);
        string[] up = ["up", stack, "--config-file", file];
        await CompleteAsync(step, run => run.ExitCode == 0, [.. up, "--endpoint", $"{emulator.Endpoint}"]);
        await CompleteAsync(step, IsUnchanged, up);
        foreach (var round in rounds)
        {
            await File.WriteAllTextAsync(project.File(file), EditedStackFile.Of(await File.ReadAllTextAsync(project.File(file)), round.Edits));
            await CompleteAsync(step, run => run.ExitCode == 0, up);
            await CompleteAsync(step, IsUnchanged, up);
        }

        await CompleteAsync(step, run => run.ExitCode == 0, "destroy", stack);
    }

    private static bool IsUnchanged(CommandRun run) => run.ExitCode == 0 && run.Out.StartsWith("No changes.", StringComparison.Ordinal);

    private async Task CompleteAsync(Step step, Func<CommandRun, bool> isComplete, params string[] command)
    {
        while (true)
        {
            Assert.True(++Runs <= MaxRuns, $"{command[0]} does not complete");
            var run = await step.Project.RunAsync(command);
            var checks = step.Policy.TakeChecks();
            Called.UnionWith(checks.Granted.Union(checks.Denied));
            if (isComplete(run))
            {
                print($"{command[0]} complete after {Runs} runs with {Granted.Count()} actions; tolerated: {string.Join(' ', checks.Denied)}");
                return;
            }

            Add(checks.Denied, run);
            step.Policy.Grant(Granted);
        }
    }

    private void Add(ImmutableSortedSet<string> denied, CommandRun run)
    {
        var text = run.Out + run.Error;
        string[] operations = [.. Forbidden().Matches(text).Select(match => match.Groups[1].Value)];
        var named = NotAuthorized().Matches(text).Select(match => match.Groups[1].Value)
            .Concat(denied.Where(action => operations.Contains(action.Split(':')[1])))
            .Where(denied.Contains)
            .ToImmutableSortedSet(StringComparer.Ordinal);
        Assert.True(denied.Count > 0, $"fails although nothing is denied:\n{run.Error}");
        (named.IsEmpty ? Unnamed : Named).UnionWith(named.IsEmpty ? denied : named);
        print($"run {Runs}: {(named.IsEmpty ? "unnamed " + string.Join(' ', denied) : string.Join(' ', named))}");
    }

    private sealed record Step(SandboxProject Project, EnforcedPolicy Policy);

    // Most of moto's errors are not in the format of the service, so the provider knows the status only.
    [GeneratedRegex(@"operation error [A-Za-z0-9 ]+: ([A-Za-z]+), https response error StatusCode: 403")]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"not authorized to perform: ([a-z0-9-]+:[A-Za-z]+)")]
    private static partial Regex NotAuthorized();
}
