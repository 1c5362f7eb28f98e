using System.Collections.Immutable;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform.Document;
using Infra.Sandbox.Terraform.Schema;

namespace Infra.Sandbox.Terraform;

/// <summary>
/// A test for <c>terraform test</c> that applies a document with a mocked provider: every argument is checked by the real one, in
/// seconds. A mocked provider answers with random letters, which the checks of ARNs and addresses refuse, so such answers are given.
/// </summary>
internal static class MockTest
{
    private const string Account = "123456789012";

    private static readonly ImmutableArray<(string Type, string Attribute, TerraformValue Value)> _data =
    [
        ("aws_availability_zones", "names", Texts("a", "b", "c")),
        ("aws_availability_zones", "zone_ids", Texts("az1", "az2", "az3")),
        ("aws_caller_identity", "account_id", Account),
        ("aws_partition", "dns_suffix", "amazonaws.com"),
        ("aws_partition", "partition", "aws"),
        ("aws_vpc", "cidr_block", "10.0.0.0/16"),
        ("aws_vpc", "ipv6_cidr_block", "2600:1f14:8::/56"),
    ];

    public static TerraformValue.Map For(
        ResourceGraph graph, ProviderSchema schema, TerraformTarget target, IEnumerable<TerraformVariable> variables)
    {
        var resources = Types(graph.Resources.Select(resource => resource.Key.Type), TypeMap.ResourceType);
        var lookups = Types(graph.Lookups.Select(lookup => lookup.Key.Type), TypeMap.DataType);
        var mocks = TerraformValue.Map.Empty
            .With("mock_data", Mocks(lookups, type => Defaults(schema.DataSources[type.Terraform], type, target)))
            .With("mock_resource", Mocks(resources, type => [.. Defaults(schema.Resources[type.Terraform], type, target), .. ValidationOptions(type, graph)]));

        return TerraformValue.Map.Empty
            .With("mock_provider", TerraformValue.Map.Empty.With("aws", mocks))
            .With("variables", TerraformValue.Map.Of(variables.Select(variable => KeyValuePair.Create(variable.Name, (TerraformValue)Sample(variable.Source)))))
            .With("run", TerraformValue.Map.Empty.With("apply", TerraformValue.Map.Empty.With("command", "apply")));
    }

    private static IEnumerable<MockedType> Types(IEnumerable<string> pulumiTypes, Func<string, string?> map) => pulumiTypes
        .Distinct()
        .Select(type => new MockedType(type, map(type) ?? ""))
        .Where(type => type.Terraform.Length > 0)
        .OrderBy(type => type.Terraform, StringComparer.Ordinal);

    private static TerraformValue.Map Mocks(
        IEnumerable<MockedType> types, Func<MockedType, IEnumerable<KeyValuePair<string, TerraformValue>>> defaults) =>
        TerraformValue.Map.Of(types
            .Select(type => (type.Terraform, Defaults: TerraformValue.Map.Of(defaults(type))))
            .Where(type => !type.Defaults.Entries.IsEmpty)
            .Select(type => KeyValuePair.Create(type.Terraform, (TerraformValue)TerraformValue.Map.Empty.With("defaults", type.Defaults))));

    private static IEnumerable<KeyValuePair<string, TerraformValue>> Defaults(BlockSchema schema, MockedType type, TerraformTarget target) => schema.Attributes
        .Where(attribute => attribute.Value.IsComputed)
        .Select(attribute => (Name: attribute.Key, Value: Default(type, attribute.Key, target)))
        .Where(attribute => attribute.Value is not null)
        .Select(attribute => KeyValuePair.Create(attribute.Name, attribute.Value!));

    private static TerraformValue? Default(MockedType type, string attribute, TerraformTarget target)
    {
        var known = _data.FirstOrDefault(known => known.Type == type.Terraform && known.Attribute == attribute).Value;
        return known is null && (attribute == "arn" || attribute.EndsWith("_arn", StringComparison.Ordinal))
            ? $"arn:aws:{ProviderConfiguration.ServicesOf(type.Pulumi).First()}:{target.Region}:{Account}:{type.Terraform}/{attribute}"
            : known;
    }

    private static IEnumerable<KeyValuePair<string, TerraformValue>> ValidationOptions(MockedType type, ResourceGraph graph)
    {
        if (type.Terraform == CertificateReferences.Type)
        {
            var domains = graph.Resources.Where(resource => resource.Key.Type == type.Pulumi).SelectMany(CertificateReferences.Domains).Distinct();
            yield return new("domain_validation_options", TerraformValue.List.Of(domains.Select(ValidationOption)));
        }
    }

    private static TerraformValue ValidationOption(string domain) => TerraformValue.Map.Empty
        .With("domain_name", TerraformEscaper.Literal(domain))
        .With("resource_record_name", TerraformEscaper.Literal($"_mock.{domain.TrimStart('*', '.')}."))
        .With("resource_record_type", "CNAME")
        .With("resource_record_value", "_mock.acm-validations.aws.");

    private static string Sample(VariableSource source) => source switch
    {
        VariableSource.Characters characters => new string('x', characters.Length),
        VariableSource.HexBytes bytes => new string('0', 2 * bytes.Count),
        _ => "mock",
    };

    private static TerraformValue.List Texts(params IEnumerable<string> texts) => TerraformValue.List.Of(texts.Select(text => (TerraformValue)text));

    private readonly record struct MockedType(string Pulumi, string Terraform);
}
