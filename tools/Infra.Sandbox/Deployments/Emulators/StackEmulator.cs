using Infra.Sandbox.CommandLine;
using Infra.Sandbox.Deployments.Folders;
using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Deployments.Runs;
using Pulumi;

namespace Infra.Sandbox.Deployments.Emulators;

/// <summary>Sees to it that a stack has its emulator, and that its state is about that very emulator.</summary>
/// <param name="folder">The work folder of the stack.</param>
/// <param name="stack">The name of the stack.</param>
/// <param name="allowRemote">Whether the emulator may be on another machine.</param>
/// <param name="say">Tells people what they would not expect.</param>
internal sealed class StackEmulator(WorkFolder folder, string stack, bool allowRemote, Action<string> say)
{
    /// <summary>
    /// Forgets an emulator that is gone, with what was deployed to it. Ends one that holds more than the state says, because that would be in
    /// the way for ever.
    /// </summary>
    public async Task SettleAsync()
    {
        var recorded = EmulatorRecord.In(folder);
        if (recorded is { Process: { IsAlive: false } lost })
        {
            say($"The emulator of {stack} (process {lost.Id}) is gone and with it everything in it; {stack} starts anew, its state is discarded.");
            Forget();
        }
        else if (TerraformState.IsInDoubt(folder))
        {
            await SettleDoubtAsync(recorded);
        }
    }

    /// <summary>The emulator to work with; one is started where nobody runs one.</summary>
    /// <param name="given">The one that is asked for.</param>
    /// <param name="tools">Where to find one to start.</param>
    /// <param name="cancellation">Ends what is started.</param>
    public async Task<EmulatorRecord> EnsureAsync(Uri? given, ToolFinder tools, CancellationToken cancellation)
    {
        var recorded = EmulatorRecord.In(folder);
        if (recorded is not null && given is not null && given != recorded.Endpoint)
        {
            throw new RunException(
                $"{stack} is deployed to {EmulatorEndpoint.Shown(recorded.Endpoint)}; leave out --endpoint, or first run: {ShownCommand.Of($"destroy {stack}")}");
        }

        if (recorded is null && given is null)
        {
            return await MotoServer.StartAsync(tools.MotoServer(), folder, cancellation);
        }

        var emulator = recorded ?? new EmulatorRecord(given!, null);
        EmulatorEndpoint.Check(emulator.Endpoint, allowRemote);
        using var client = new EmulatorClient(emulator.Endpoint);
        return await client.AnswersAsync(cancellation) ? emulator : throw Silent(emulator);
    }

    /// <summary>Ends the emulator if it is the stack's own, and forgets what was deployed to it.</summary>
    public async Task EndAsync()
    {
        if (EmulatorRecord.In(folder) is { Process: { } process })
        {
            await ToolProcess.EndAsync(process);
        }

        Forget();
    }

    private async Task SettleDoubtAsync(EmulatorRecord? recorded)
    {
        const string Problem = "terraform was ended in the middle of calls, so that there may be more in the emulator than in its state";
        if (recorded is { Process: not null })
        {
            say($"Last time {Problem}; {stack} starts anew with another emulator.");
            await EndAsync();
        }
        else
        {
            say($"Last time {Problem}; if resources are said to exist already, remove them from the emulator.");
            TerraformState.ForgetDoubt(folder);
        }
    }

    private void Forget()
    {
        EmulatorRecord.RemoveFrom(folder);
        TerraformState.Discard(folder);
    }

    private RunException Silent(EmulatorRecord emulator) => new(emulator.Process is { } process
        ? $"the emulator of {stack} (process {process.Id}) does not answer at {EmulatorEndpoint.Shown(emulator.Endpoint)}; "
            + $"see {folder.ShownPath}/logs/emulator.log, and end it with: {ShownCommand.Of($"destroy {stack} --discard")}"
        : $"no emulator answers at {EmulatorEndpoint.Shown(emulator.Endpoint)}");
}
