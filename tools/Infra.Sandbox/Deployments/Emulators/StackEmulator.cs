using Infra.Sandbox.CommandLine;
using Infra.Sandbox.Deployments.Folders;
using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Deployments.Runs;
using Pulumi;

namespace Infra.Sandbox.Deployments.Emulators;

/// <summary>Manages a stack's emulator and keeps Terraform's state consistent with it.</summary>
/// <param name="folder">The work folder of the stack.</param>
/// <param name="stack">The name of the stack.</param>
/// <param name="allowRemote">Whether the emulator may be on another machine.</param>
/// <param name="print">Prints a notice.</param>
internal sealed class StackEmulator(WorkFolder folder, string stack, bool allowRemote, Action<string> print)
{
    /// <summary>
    /// Discards the state of an emulator that no longer runs. Stops an emulator that may hold resources that are not in the state, because
    /// their names would stay in use.
    /// </summary>
    public async Task ReconcileAsync()
    {
        var recorded = EmulatorRecord.In(folder);
        if (recorded is { Process: { IsAlive: false } lost })
        {
            print($"The emulator of {stack} (process {lost.Id}) is no longer running; its state is discarded and {stack} starts from nothing.");
            DiscardState();
        }
        else if (TerraformState.IsIncomplete(folder))
        {
            await ReconcileIncompleteAsync(recorded);
        }
    }

    /// <summary>Returns the stack's emulator, and starts one if there is none.</summary>
    /// <param name="given">The URL of <c>--endpoint</c>.</param>
    /// <param name="tools">Finds the emulator's program.</param>
    /// <param name="cancellation">Cancels the start.</param>
    public async Task<EmulatorRecord> EnsureAsync(Uri? given, ToolFinder tools, CancellationToken cancellation)
    {
        var recorded = EmulatorRecord.In(folder);
        if (recorded is not null && given is not null && given != recorded.Endpoint)
        {
            throw new RunException(
                $"{stack} is deployed to {EmulatorEndpoint.Display(recorded.Endpoint)}; omit --endpoint, or first run: {CommandHint.Of($"destroy {stack}")}");
        }

        if (recorded is null && given is null)
        {
            return await MotoServer.StartAsync(tools.MotoServer(), folder, cancellation);
        }

        var emulator = recorded ?? new EmulatorRecord(given!, null);
        EmulatorEndpoint.Check(emulator.Endpoint, allowRemote);
        using var client = new EmulatorClient(emulator.Endpoint);
        return await client.IsReachableAsync(cancellation) ? emulator : throw NotResponding(emulator);
    }

    /// <summary>Stops the emulator if the sandbox started it, and discards the state.</summary>
    public async Task EndAsync()
    {
        if (EmulatorRecord.In(folder) is { Process: { } process })
        {
            await ToolProcess.EndAsync(process);
        }

        DiscardState();
    }

    private async Task ReconcileIncompleteAsync(EmulatorRecord? recorded)
    {
        const string Problem = "terraform was killed during calls, so the emulator may hold resources that are not in the state";
        if (recorded is { Process: not null })
        {
            print($"In the last run {Problem}; {stack} starts from nothing with a new emulator.");
            await EndAsync();
        }
        else
        {
            print($"In the last run {Problem}; if a resource already exists, delete it from the emulator.");
            TerraformState.ClearIncomplete(folder);
        }
    }

    private void DiscardState()
    {
        EmulatorRecord.RemoveFrom(folder);
        TerraformState.Discard(folder);
    }

    private RunException NotResponding(EmulatorRecord emulator) => new(emulator.Process is { } process
        ? $"the emulator of {stack} (process {process.Id}) does not respond at {EmulatorEndpoint.Display(emulator.Endpoint)}; "
            + $"see {folder.DisplayPath}/logs/emulator.log, and stop it with: {CommandHint.Of($"destroy {stack} --discard")}"
        : $"no emulator responds at {EmulatorEndpoint.Display(emulator.Endpoint)}");
}
