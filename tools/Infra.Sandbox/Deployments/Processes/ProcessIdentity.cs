using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Serialization;

namespace Infra.Sandbox.Deployments.Processes;

/// <summary>Identifies a process even after its ID has been reused.</summary>
/// <param name="Id">The process id.</param>
/// <param name="Start">The start time, which distinguishes processes with the same ID.</param>
internal sealed record ProcessIdentity(int Id, string Start)
{
    private const string BootIdFile = "/proc/sys/kernel/random/boot_id";

    // Positions in /proc/‹id›/stat after the name of the program.
    private const int StateField = 0;
    private const int StartField = 19;

    [JsonIgnore]
    public bool IsAlive => StartOf(Id) == Start;

    /// <summary>The running process with an ID, if any.</summary>
    public static ProcessIdentity? Of(int id) => StartOf(id) is { } start ? new ProcessIdentity(id, start) : null;

    private static string? StartOf(int id) => OperatingSystem.IsLinux() ? StartOnLinux(id) : StartOnOtherSystems(id);

    // Ticks since boot, because the time that .NET computes from them changes with the clock.
    private static string? StartOnLinux(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[StateField] is "Z" or "X" ? null : $"{fields[StartField]} {File.ReadAllText(BootIdFile).TrimEnd()}";
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string? StartOnOtherSystems(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.StartTime.ToUniversalTime().ToString("O");
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }
}
