using Infra.Sandbox.CommandLine;
using Infra.Sandbox.Deployments.Processes;

namespace Infra.Sandbox.Deployments.Commands;

/// <summary>The commands with which people reach an emulator and end it.</summary>
internal static class EmulatorAccess
{
    public static string Ending(string endpoint, int process, string stack) =>
        $"The emulator is still running at {endpoint} (process {process}); end it with: {ShownCommand.Of($"destroy {stack}")}";

    public static string Shell(string endpoint, string region) =>
        $"AWS_ENDPOINT_URL={endpoint} AWS_DEFAULT_REGION={region} "
        + $"AWS_ACCESS_KEY_ID={ChildEnvironment.DummyKey} AWS_SECRET_ACCESS_KEY={ChildEnvironment.DummyKey}";
}
