using System.Collections.Frozen;
using System.Collections.Immutable;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform.Document;

namespace Infra.Sandbox.Terraform;

/// <summary>The blocks of a document that say which provider to use and how it reaches AWS, or what stands in for it.</summary>
internal static class ProviderConfiguration
{
    private const string DummyCredential = "sandbox";

    // Without it a call that the emulator cannot answer is repeated for many minutes.
    private const int MaxRetries = 3;

    // The provider asks these whatever the document holds: who it is, and what else is in the network.
    private static readonly string[] Always = ["ec2", "iam", "sts"];

    // The services behind a module of Pulumi's types, where they are not called the same.
    private static readonly FrozenDictionary<string, string[]> Services = new Dictionary<string, string[]>
    {
        ["cloudwatch"] = ["cloudwatch", "events", "logs"],
        ["cognito"] = ["cognitoidp"],
        ["index"] = ["sts"],
        ["lb"] = ["elbv2"],
        ["s3"] = ["s3", "s3control"],
        ["vpc"] = ["ec2"],
    }.ToFrozenDictionary();

    public static TerraformValue.Map Settings(TerraformTarget target)
    {
        var provider = TerraformValue.Map.Empty.With("source", "hashicorp/aws");
        if (target.ProviderVersionConstraint is { } version)
        {
            provider = provider.With("version", version);
        }

        return TerraformValue.Map.Empty.With("required_providers", TerraformValue.Map.Empty.With("aws", provider));
    }

    public static TerraformValue.Map Provider(TerraformTarget target, ResourceGraph graph, ProviderSchema schema)
    {
        var configuration = TerraformValue.Map.Empty.With("region", target.Region);
        if (target.Endpoint is { } endpoint)
        {
            configuration = configuration
                .With("access_key", DummyCredential)
                .With("secret_key", DummyCredential)
                .With("skip_credentials_validation", true)
                .With("skip_metadata_api_check", "true")
                .With("skip_region_validation", true)
                .With("s3_use_path_style", true)
                .With("max_retries", MaxRetries)
                .With("endpoints", Endpoints(endpoint, graph, schema));
        }

        return TerraformValue.Map.Empty.With("aws", configuration);
    }

    /// <summary>The services that a type of Pulumi's AWS provider needs, <c>aws:lb/listener:Listener</c>.</summary>
    public static IEnumerable<string> ServicesOf(string pulumiType)
    {
        var module = pulumiType.Split(':')[1].Split('/')[0];
        return Services.GetValueOrDefault(module, [module]);
    }

    // Every service that could be called: one that is left out would be asked in AWS itself.
    private static TerraformValue.Map Endpoints(Uri endpoint, ResourceGraph graph, ProviderSchema schema)
    {
        ImmutableSortedSet<string> services =
        [
            .. graph.Resources.Select(resource => resource.Key.Type)
                .Where(type => TypeMap.ResourceType(type) is not null)
                .Concat(graph.Lookups.Select(lookup => lookup.Key.Type))
                .SelectMany(ServicesOf)
                .Concat(Always)
                .Where(schema.Services.Contains),
        ];
        return TerraformValue.Map.Of(services, service => service, _ => endpoint.ToString().TrimEnd('/'));
    }
}
