using System.Text.Json;
using Infra.Sandbox.Deployments.Folders;
using Infra.Sandbox.Deployments.Processes;

namespace Infra.Sandbox.Deployments.Emulators;

/// <summary>The emulator with the resources of a stack.</summary>
/// <param name="Endpoint">Its URL.</param>
/// <param name="Process">The process, if the sandbox started it.</param>
internal sealed record EmulatorRecord(Uri Endpoint, ProcessIdentity? Process)
{
    private const string FileName = "emulator.json";

    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static EmulatorRecord? In(WorkFolder folder) =>
        folder.Read(FileName) is { } text ? JsonSerializer.Deserialize<EmulatorRecord>(text, Format) : null;

    public static void RemoveFrom(WorkFolder folder) => folder.Delete(FileName);

    public void WriteTo(WorkFolder folder) => folder.Write(FileName, JsonSerializer.Serialize(this, Format));
}
