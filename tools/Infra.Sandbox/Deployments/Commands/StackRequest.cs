using Infra.Sandbox.Deployments.Emulators;

namespace Infra.Sandbox.Deployments.Commands;

/// <summary>What all commands about a deployment are told.</summary>
internal sealed record StackRequest
{
    public required string Stack { get; init; }

    /// <summary>The file to read the configuration from, instead of the stack's own.</summary>
    public string? ConfigFile { get; init; }

    /// <summary>The emulator to use, in place of one that is started.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Whether the emulator may be on another machine.</summary>
    public bool AllowRemote { get; init; }

    /// <summary>Where the provider's program is; none to let terraform get it.</summary>
    public string? PluginDirectory { get; init; }

    /// <exception cref="MisuseException">The emulator is one that is not allowed.</exception>
    public Uri? ParseEndpoint() => Endpoint is null ? null : EmulatorEndpoint.Parse(Endpoint, AllowRemote);
}
