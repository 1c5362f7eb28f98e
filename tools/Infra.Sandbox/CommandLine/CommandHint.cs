using Infra.Sandbox.Deployments.Processes;

namespace Infra.Sandbox.CommandLine;

/// <summary>Commands to paste into a shell.</summary>
internal static class CommandHint
{
    public static string Of(string arguments) => $"{(OperatingSystem.IsWindows() ? ".\\sandbox.ps1" : "./sandbox")} {arguments}";

    public static string StopEmulator(string endpoint, int process, string stack) =>
        $"The emulator is still running at {endpoint} (process {process}); stop it with: {Of($"destroy {stack}")}";

    /// <summary>The variables for an AWS CLI command on an emulator.</summary>
    public static string EmulatorVariables(string endpoint, string region) =>
        $"AWS_ENDPOINT_URL={endpoint} AWS_DEFAULT_REGION={region} "
        + $"AWS_ACCESS_KEY_ID={ChildEnvironment.DummyKey} AWS_SECRET_ACCESS_KEY={ChildEnvironment.DummyKey}";
}
