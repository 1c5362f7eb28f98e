using Pulumi.Serialization;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <param name="waitForKnown">
    /// Leave the call out, and the result unknown, for as long as an argument or a resource that it depends on is unknown.
    /// </param>
    internal async Task<OutputData<T>> InvokeAsync<T>(
        string token, InvokeArgs? args, InvokeOptions? options, bool waitForKnown)
    {
        var arguments = await Serializer.SerializeAsync(args ?? InvokeArgs.Empty, token).ConfigureAwait(false);
        var resources = arguments.Dependencies;
        if (options is InvokeOutputOptions { DependsOn: var dependsOn })
        {
            await AddDependenciesAsync(dependsOn, resources).ConfigureAwait(false);
        }

        var reached = await WaitForAsync(resources).ConfigureAwait(false);
        if (waitForKnown && !(arguments.IsKnown && await AllExistAsync(reached).ConfigureAwait(false)))
        {
            return new OutputData<T>(default!, false, false, [.. resources]);
        }

        var provider = options?.Provider ?? options?.Parent?.GetProvider(token);
        var reference = provider is null ? "" : await provider.GetReferenceAsync().ConfigureAwait(false);
        var result = await _monitor.CallAsync(token, arguments, reference).ConfigureAwait(false);
        var value = result.IsKnown ? Converter.Convert<T>(result.ToDictionary()) : default!;
        return new OutputData<T>(value, result.IsKnown, result.IsSecret, [.. resources]);
    }

    private static async Task<bool> AllExistAsync(IEnumerable<Resource> resources)
    {
        foreach (var resource in resources.OfType<CustomResource>())
        {
            if (!(await resource.Id.DataTask.ConfigureAwait(false)).IsKnown)
            {
                return false;
            }
        }

        return true;
    }
}
