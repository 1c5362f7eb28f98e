using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>A resource on its way to the monitor: what its constructor was given, after transformations.</summary>
internal sealed record Registration(
    Resource Resource, bool IsCustom, bool IsRemote, ResourceArgs Args, ResourceOptions Options)
{
    public string Label => $"{Resource.GetResourceType()}[{Resource.GetResourceName()}]";
}

public sealed partial class Deployment
{
    internal void Register(Registration registration) => Track(RegisterAsync(registration));

    internal void RegisterOutputs(Resource resource, Output<IDictionary<string, object?>> outputs) =>
        Track(RegisterOutputsAsync(resource, outputs));

    private async Task RegisterAsync(Registration registration)
    {
        var properties = registration.Resource.Properties;
        try
        {
            var request = await PrepareAsync(registration).ConfigureAwait(false);
            properties.Complete(await _monitor.RegisterAsync(request).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            properties.Fail(exception);
            throw;
        }
    }

    private static async Task<ResourceRequest> PrepareAsync(Registration registration)
    {
        var (resource, options) = (registration.Resource, registration.Options);
        CheckTexts(options);
        var inputs = await Serializer.SerializeAsync(registration.Args, registration.Label).ConfigureAwait(false);
        await AddDependenciesAsync(options.DependsOn, inputs.Dependencies).ConfigureAwait(false);
        if (options.Parent is not null)
        {
            await options.Parent.Properties.Registered.ConfigureAwait(false);
        }

        var provider = resource.Provider is null ? "" : await resource.Provider.GetReferenceAsync().ConfigureAwait(false);
        inputs.Dependencies.Remove(resource);
        await WaitForAsync(inputs.Dependencies).ConfigureAwait(false);
        var existing = options.Id is null ? null : await options.Id.ToOutput().DataTask.ConfigureAwait(false);
        return new ResourceRequest(
            resource,
            inputs,
            provider,
            existing is { IsKnown: true } ? existing.Value ?? "" : "",
            (options as CustomResourceOptions)?.ImportId ?? "");
    }

    // They travel to the engine as lists of texts, which cannot hold a null.
    private static void CheckTexts(ResourceOptions options)
    {
        var secrets = (options as CustomResourceOptions)?.AdditionalSecretOutputs ?? [];
        foreach (var text in options.IgnoreChanges.Concat(options.ReplaceOnChanges).Concat(options.HideDiffs).Concat(secrets))
        {
            ArgumentNullException.ThrowIfNull(text);
        }
    }

    private async Task RegisterOutputsAsync(Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        var data = await outputs.DataTask.ConfigureAwait(false);
        var values = await Serializer.SerializeAsync(data.Value, resource.GetResourceName()).ConfigureAwait(false);
        var urn = await resource.Urn.DataTask.ConfigureAwait(false);
        await _monitor.RegisterOutputsAsync(urn.Value, values).ConfigureAwait(false);
    }

    private static async Task AddDependenciesAsync(InputList<Resource> dependsOn, HashSet<Resource> dependencies)
    {
        if (dependsOn.IsEmpty)
        {
            return;
        }

        await foreach (var input in dependsOn.ConfigureAwait(false))
        {
            var data = await input.ToOutput().DataTask.ConfigureAwait(false);
            dependencies.UnionWith(data.Resources);
            if (data.IsKnown && data.Value is not null)
            {
                dependencies.Add(data.Value);
            }
        }
    }

    /// <summary>Waits until the resources exist; a component does when all that its children are made of do.</summary>
    private static async Task<HashSet<Resource>> WaitForAsync(IEnumerable<Resource> dependencies)
    {
        var reached = new HashSet<Resource>();
        var remaining = new Stack<Resource>(dependencies);
        while (remaining.TryPop(out var resource))
        {
            if (!reached.Add(resource))
            {
                continue;
            }

            if (resource is ComponentResource { IsRemote: false })
            {
                Array.ForEach(resource.GetChildren(), remaining.Push);
            }
            else
            {
                await resource.Properties.Registered.ConfigureAwait(false);
            }
        }

        return reached;
    }
}
