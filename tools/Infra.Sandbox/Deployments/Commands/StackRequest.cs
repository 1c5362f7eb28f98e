using Infra.Sandbox.Deployments.Emulators;

namespace Infra.Sandbox.Deployments.Commands;

/// <summary>The arguments and options that the deployment commands share.</summary>
internal sealed record StackRequest
{
    public required string Stack { get; init; }

    /// <summary>A configuration file to read instead of the stack's own.</summary>
    public string? ConfigFile { get; init; }

    /// <summary>The URL of a running emulator; null to start one.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Whether the emulator may be on another machine.</summary>
    public bool AllowRemote { get; init; }

    /// <summary>The folder with the provider; null to use terraform's configuration.</summary>
    public string? PluginDirectory { get; init; }

    /// <exception cref="UsageException">The endpoint is not allowed.</exception>
    public Uri? ParseEndpoint() => Endpoint is null ? null : EmulatorEndpoint.Parse(Endpoint, AllowRemote);
}
