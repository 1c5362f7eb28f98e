using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Sandbox.Deployments.Folders;
using Infra.Sandbox.Deployments.Processes;
using Pulumi;

namespace Infra.Sandbox.Deployments.Runs;

/// <summary>
/// The AWS provider as a process that one run of terraform attaches to. Otherwise each run hashes the provider's 700 MB and starts it three
/// times. A process serves one run only, because a provider keeps a single configuration: that of the terraform that came last.
/// </summary>
internal sealed partial class ProviderProcess : IAsyncDisposable
{
    private const string FileName = "provider.json";
    private const string AttachVariable = "TF_REATTACH_PROVIDERS";

    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    // In debug mode, the provider logs the body of every request, including passwords.
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["TF_LOG"] = "",
        ["TF_LOG_SDK"] = "OFF",
        ["TF_LOG_PROVIDER_AWS"] = "OFF",
    };

    private readonly WorkFolder _folder;

    private ProviderProcess(WorkFolder folder, string address)
    {
        _folder = folder;
        Variable = KeyValuePair.Create(AttachVariable, address);
    }

    /// <summary>The environment variable that makes terraform use this process.</summary>
    public KeyValuePair<string, string> Variable { get; }

    /// <summary>Starts the provider that is installed in a work folder. It listens on a Unix socket that only its owner can open.</summary>
    public static async Task<ProviderProcess> StartAsync(WorkFolder folder, CancellationToken cancellation)
    {
        var provider = ProviderLock.InstalledIn(folder) ?? throw new RunException($"no provider is installed in {folder.DisplayPath}");
        var command = new ToolCommand
        {
            Program = provider.ProgramIn(folder)!,
            Arguments = ["-debug"],
            Directory = folder.Path,
            Environment = Settings,
        };
        var log = folder.CreateLog("provider");
        using var process = ToolProcess.StartDetached(command, log);
        if (process.Identity is { } identity)
        {
            folder.Write(FileName, JsonSerializer.Serialize(identity));
        }

        try
        {
            return new ProviderProcess(folder, await AddressAsync(provider, process, log, cancellation));
        }
        catch
        {
            await EndRecordedAsync(folder);
            throw;
        }
    }

    /// <summary>Stops the provider of a work folder, such as that of a sandbox that was killed.</summary>
    public static async Task EndRecordedAsync(WorkFolder folder)
    {
        if (folder.Read(FileName) is { } text && JsonSerializer.Deserialize<ProcessIdentity>(text) is { } process)
        {
            await ToolProcess.StopAsync(process, StopTimeout);
        }

        folder.Delete(FileName);
    }

    public async ValueTask DisposeAsync() => await EndRecordedAsync(_folder);

    private static async Task<string> AddressAsync(ProviderLock provider, DetachedProcess process, string log, CancellationToken cancellation)
    {
        var end = DateTime.UtcNow + StartTimeout;
        while (true)
        {
            var hasExited = process.HasExited;
            var output = await File.ReadAllTextAsync(log, cancellation);
            if (Address().Match(output) is { Success: true } found)
            {
                return WithSource(found.Groups[1].Value, provider.Source);
            }

            if (hasExited || DateTime.UtcNow > end)
            {
                throw new RunException($"{provider.DisplayName} did not start:\n{output.TrimEnd()}");
            }

            await Task.Delay(PollInterval, cancellation);
        }
    }

    // The provider prints its address in Terraform's registry, even if OpenTofu installed it from its own.
    private static string WithSource(string address, string source) =>
        new JsonObject { [source] = JsonNode.Parse(address)!.AsObject().Single().Value!.DeepClone() }.ToJsonString();

    [GeneratedRegex($"{AttachVariable}='(.+)'")]
    private static partial Regex Address();
}
