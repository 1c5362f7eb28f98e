using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>
/// Something the program declares. Constructing one registers it with the current deployment; its output properties resolve
/// when the registration has been answered.
/// </summary>
public class Resource
{
    private readonly string _type;
    private readonly string _name;
    private readonly List<Resource> _children = [];
    private readonly ImmutableArray<ResourceTransformation> _transformations;

    private protected Resource(string type, string name, bool custom, ResourceArgs args, ResourceOptions options, bool remote)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentException.ThrowIfNullOrEmpty(name);
        _type = type;
        _name = name;
        var deployment = Deployment.Current;
        Properties = new ResourceProperties(this, deployment.IsDryRun);
        OutputMembers.Assign(this, all: custom || remote);

        var parent = options.Parent ?? deployment.Stack;
        _transformations = parent is null
            ? [.. options.ResourceTransformations]
            : [.. options.ResourceTransformations, .. parent._transformations];
        (args, options) = Transform(args, options);
        (Provider, Providers) = ResolveProviders(custom, options);
        options.Parent?.AddChild(this);
        deployment.Register(new Registration(this, custom, remote, args, options));
    }

    /// <summary>The name that identifies the resource in a deployment, and its place in the tree.</summary>
    [Output("urn")]
    public Output<string> Urn { get; private set; } = null!;

    // Methods, so that they cannot clash with the properties of a provider's resource classes.
    public string GetResourceType() => _type;

    public string GetResourceName() => _name;

    internal ResourceProperties Properties { get; }

    /// <summary>The provider that manages this resource, if one was given or inherited.</summary>
    internal ProviderResource? Provider { get; }

    /// <summary>The providers that children inherit, by package.</summary>
    internal ImmutableDictionary<string, ProviderResource> Providers { get; }

    internal ProviderResource? GetProvider(string token) => Providers.GetValueOrDefault(PackageOf(token));

    internal Resource[] GetChildren()
    {
        lock (_children)
        {
            return [.. _children];
        }
    }

    private void AddChild(Resource child)
    {
        lock (_children)
        {
            _children.Add(child);
        }
    }

    private (ResourceArgs Args, ResourceOptions Options) Transform(ResourceArgs args, ResourceOptions options)
    {
        var parent = options.Parent;
        foreach (var transformation in _transformations)
        {
            if (transformation(new ResourceTransformationArgs(this, args, options)) is { } result)
            {
                (args, options) = (result.Args, result.Options);
            }

            if (options.Parent != parent)
            {
                throw new ArgumentException("Transformations cannot currently be used to change the 'parent' of a resource.");
            }
        }

        return (args, options);
    }

    private (ProviderResource? Own, ImmutableDictionary<string, ProviderResource> Inherited) ResolveProviders(
        bool custom, ResourceOptions options)
    {
        var inherited = options.Parent?.Providers ?? ImmutableDictionary<string, ProviderResource>.Empty;
        if (custom)
        {
            var own = options.Provider ?? inherited.GetValueOrDefault(PackageOf(_type));
            return (own, options.Provider is null ? inherited : inherited.SetItem(PackageOf(_type), options.Provider));
        }

        var given = (options as ComponentResourceOptions)?.Providers ?? [];
        if (options.Provider is not null)
        {
            if (given.Count > 0)
            {
                throw new ResourceException(
                    "Do not supply both 'provider' and 'providers' options to a ComponentResource.", options.Parent);
            }

            given = [options.Provider];
        }

        given.ForEach(provider => inherited = inherited.SetItem(provider.Package, provider));
        return (null, inherited);
    }

    private static string PackageOf(string token) => token[..Math.Max(0, token.IndexOf(':'))];
}
