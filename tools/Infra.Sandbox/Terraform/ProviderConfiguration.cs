using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Net;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform.Document;

namespace Infra.Sandbox.Terraform;

/// <summary>The blocks of a document that select the provider and its endpoints: AWS or an emulator.</summary>
internal static class ProviderConfiguration
{
    // Pulumi's AWS provider 7 is built from 6.x. The last 5.x lacks some of its arguments, which the commands list.
    private const string SupportedVersions = ">= 5.100.0, < 7.0.0";

    private const string DummyCredential = "sandbox";

    // Since 6.23 the provider reads the tags of buckets from it, with the account ID as a prefix of the host name.
    // https://github.com/hashicorp/terraform-provider-aws/pull/45251
    private const string BucketTags = "s3control";

    // By default the provider retries an unsupported call for many minutes.
    private const int MaxRetries = 3;

    // The provider calls these for any document.
    private static readonly string[] Always = ["ec2", "iam", "sts"];

    // The services of Pulumi modules whose names differ.
    private static readonly FrozenDictionary<string, string[]> Services = new Dictionary<string, string[]>
    {
        ["cloudwatch"] = ["cloudwatch", "events", "logs"],
        ["cognito"] = ["cognitoidp"],
        ["index"] = ["sts"],
        ["lb"] = ["elbv2"],
        ["s3"] = ["s3", "s3control"],
        ["vpc"] = ["ec2"],
    }.ToFrozenDictionary();

    /// <summary>The required provider.</summary>
    public static TerraformValue.Map Settings { get; } = TerraformValue.Map.Empty.With(
        "required_providers",
        TerraformValue.Map.Empty.With(
            "aws",
            TerraformValue.Map.Empty.With("source", "hashicorp/aws").With("version", SupportedVersions)));

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

    /// <summary>The services that a Pulumi type calls, <c>aws:lb/listener:Listener</c>.</summary>
    public static IEnumerable<string> ServicesOf(string pulumiType)
    {
        var module = pulumiType.Split(':')[1].Split('/')[0];
        return Services.GetValueOrDefault(module, [module]);
    }

    // The provider would call real AWS for a service without an endpoint.
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
        return TerraformValue.Map.Of(services, service => service, service => AddressOf(service, endpoint));
    }

    // A prefix makes an IP address an invalid host, while any name under localhost is a loopback name. RFC 6761, 6.3.
    private static string AddressOf(string service, Uri endpoint)
    {
        var address = service == BucketTags && IPAddress.TryParse(endpoint.Host, out var ip) && IPAddress.IsLoopback(ip)
            ? new UriBuilder(endpoint) { Host = "localhost" }.Uri
            : endpoint;
        return address.ToString().TrimEnd('/');
    }
}
