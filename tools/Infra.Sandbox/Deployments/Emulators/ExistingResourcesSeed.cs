namespace Infra.Sandbox.Deployments.Emulators;

/// <summary>
/// Creates the existing resources of a stack file in an emulator. They are not part of the stack, and destroy keeps them.
/// </summary>
internal static class ExistingResourcesSeed
{
    /// <summary>Creates missing resources and returns the emulator's IDs by those of the stack file.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> EnsureAsync(
        EmulatorClient emulator, string region, ExistingResources existing, CancellationToken cancellation)
    {
        var network = await new NetworkSeed(emulator, region, cancellation).EnsureAsync(existing);
        if (existing.LoadBalancer is { } balancer)
        {
            await new LoadBalancerSeed(emulator, region, network, cancellation).EnsureAsync(balancer);
        }

        return network.Ids;
    }
}
