using System.Globalization;

namespace Infra.Sandbox.Tests.Deployments.Support;

/// <summary>
/// Whether a shell script started by this process receives interrupts. It does not if this process ignores them, as background
/// jobs do; terraform receives them in any case.
/// </summary>
internal static class Interrupts
{
    private const string ProcessStatus = "/proc/self/status";
    private const string Ignored = "SigIgn:";
    private const ulong InterruptBit = 1UL << 1;

    public static void RequireThatScriptsNotice() =>
        Skip.If(AreIgnored(), "this process ignores interrupts, and so would the script that the test interrupts");

    private static bool AreIgnored() =>
        File.Exists(ProcessStatus)
        && File.ReadLines(ProcessStatus).FirstOrDefault(line => line.StartsWith(Ignored, StringComparison.Ordinal)) is { } line
        && (ulong.Parse(line[Ignored.Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & InterruptBit) != 0;
}
