namespace Pulumi;

/// <summary>An explicitly configured provider, to be passed to resources through their options.</summary>
public class ProviderResource : CustomResource
{
    // What the engine puts in place of a provider id that does not exist yet.
    private const string UnknownId = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : base($"pulumi:providers:{package}", name, args, options) => Package = package;

    internal string Package { get; }

    internal async Task<string> GetReferenceAsync()
    {
        var urn = await Urn.DataTask.ConfigureAwait(false);
        var id = await Id.DataTask.ConfigureAwait(false);
        return $"{urn.Value}::{(id.IsKnown ? id.Value : UnknownId)}";
    }
}
