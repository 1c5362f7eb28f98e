namespace Infra.Sandbox.Deployments.Emulators;

/// <summary>
/// Makes in an emulator what a stack says exists already. It is no part of the stack, and stays when that is destroyed.
/// </summary>
internal static class ExistingResourcesSeed
{
    /// <summary>Makes what is not there yet, and gives the emulator's ids by those of the stack file.</summary>
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
