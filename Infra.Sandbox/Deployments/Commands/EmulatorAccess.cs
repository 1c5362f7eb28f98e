using Infra.Sandbox.Deployments.Processes;

namespace Infra.Sandbox.Deployments.Commands;

/// <summary>How people reach an emulator with the command line of AWS.</summary>
internal static class EmulatorAccess
{
    public static string Shell(string endpoint, string region) =>
        $"AWS_ENDPOINT_URL={endpoint} AWS_DEFAULT_REGION={region} "
        + $"AWS_ACCESS_KEY_ID={ChildEnvironment.DummyKey} AWS_SECRET_ACCESS_KEY={ChildEnvironment.DummyKey}";
}
