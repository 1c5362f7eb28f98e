using System.Collections.Frozen;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform.Document;

namespace Infra.Sandbox.Terraform;

/// <summary>
/// A test for <c>terraform test</c> that applies a document with a mocked provider: the real provider validates every argument in
/// seconds. Terraform mocks computed values by random letters, which fail the validation of ARNs and addresses, so those are set here.
/// </summary>
internal sealed class MockTest
{
    private const string Account = "123456789012";
    private const string Region = "us-east-1";

    private static readonly FrozenDictionary<(string Type, string Attribute), TerraformValue> Answers =
        new Dictionary<(string Type, string Attribute), TerraformValue>
        {
            [("aws_availability_zones", "names")] = TerraformValue.List.OfTexts(["a", "b", "c"]),
            [("aws_availability_zones", "zone_ids")] = TerraformValue.List.OfTexts(["az1", "az2", "az3"]),
            [("aws_caller_identity", "account_id")] = Account,
            [("aws_ecs_service", "arn")] = Arn("ecs", "service/mock/mock"),
            [("aws_ecs_service", "id")] = Arn("ecs", "service/mock/mock"),
            [("aws_eip", "public_ip")] = "192.0.2.1",
            [("aws_elasticache_serverless_cache", "endpoint")] = TerraformValue.List.Of(
                [TerraformValue.Map.Empty.With("address", "mock.serverless.cache.amazonaws.com").With("port", 6379)]),
            [("aws_iam_role", "arn")] = $"arn:aws:iam::{Account}:role/mock",
            [("aws_iam_policy", "arn")] = $"arn:aws:iam::{Account}:policy/mock",
            [("aws_launch_template", "id")] = "lt-0123456789abcdef0",
            [("aws_lb", "arn")] = Arn("elasticloadbalancing", "loadbalancer/app/mock/1"),
            [("aws_lb_listener", "arn")] = Arn("elasticloadbalancing", "listener/app/mock/1/1"),
            [("aws_lb_target_group", "arn")] = Arn("elasticloadbalancing", "targetgroup/mock/1"),
            [("aws_partition", "dns_suffix")] = "amazonaws.com",
            [("aws_partition", "partition")] = "aws",
            [("aws_region", "name")] = Region,
            [("aws_region", "region")] = Region,
            [("aws_s3_bucket", "arn")] = "arn:aws:s3:::mock",
            [("aws_security_group", "id")] = "sg-0123456789abcdef0",
            [("aws_subnet", "id")] = "subnet-0123456789abcdef0",
            [("aws_vpc", "cidr_block")] = "10.0.0.0/16",
            [("aws_vpc", "ipv6_cidr_block")] = "2600:1f14:8::/56",
        }.ToFrozenDictionary();

    private readonly ResourceGraph _graph;
    private readonly ILookup<(bool IsData, string Type), string> _readAttributes;

    private MockTest(ResourceGraph graph, IEnumerable<AttributeReading> readings)
    {
        _graph = graph;
        _readAttributes = readings
            .OrderBy(reading => reading.Type, StringComparer.Ordinal)
            .ThenBy(reading => reading.Attribute, StringComparer.Ordinal)
            .ToLookup(reading => (reading.IsData, reading.Type), reading => reading.Attribute);
    }

    /// <param name="graph">The stack.</param>
    /// <param name="readings">The attributes that the document reads; no others are mocked.</param>
    /// <param name="variables">The variables of the document.</param>
    public static TerraformValue.Map For(
        ResourceGraph graph, IEnumerable<AttributeReading> readings, IEnumerable<TerraformVariable> variables)
    {
        var test = new MockTest(graph, readings);
        return TerraformValue.Map.Empty
            .With("mock_provider", TerraformValue.Map.Empty.With("aws", test.Provider()))
            .With("variables", TerraformValue.Map.Of(variables, variable => variable.Name, variable => Sample(variable.Source)))
            .With("run", TerraformValue.Map.Empty.With("apply", TerraformValue.Map.Empty.With("command", "apply")));
    }

    // Terraform rejects an empty mock_data or mock_resource block.
    private TerraformValue.Map Provider()
    {
        var provider = TerraformValue.Map.Empty;
        foreach (var (kind, mocks) in new[] { ("mock_data", Mocks(isData: true)), ("mock_resource", Mocks(isData: false)) })
        {
            provider = mocks.Entries.IsEmpty ? provider : provider.With(kind, mocks);
        }

        return provider;
    }

    private TerraformValue.Map Mocks(bool isData)
    {
        var types = _readAttributes
            .Where(type => type.Key.IsData == isData)
            .Select(type => (Name: type.Key.Type, Answers: TerraformValue.Map.Of(type.SelectMany(attribute => Answer(type.Key.Type, attribute)))))
            .Where(type => !type.Answers.Entries.IsEmpty);
        return TerraformValue.Map.Of(types, type => type.Name, type => TerraformValue.Map.Empty.With("defaults", type.Answers));
    }

    private IEnumerable<KeyValuePair<string, TerraformValue>> Answer(string type, string attribute)
    {
        if (Answers.TryGetValue((type, attribute), out var answer))
        {
            yield return new(attribute, answer);
        }
        else if (attribute == "arn" || attribute.EndsWith("_arn", StringComparison.Ordinal))
        {
            yield return new(attribute, Arn(type.Split('_')[1], $"{type}/mock"));
        }
        else if ((type, attribute) == (CertificateReferences.Type, CertificateReferences.Attribute))
        {
            yield return new(attribute, TerraformValue.List.Of(CertificateDomains().Select(ValidationOption)));
        }
    }

    private IEnumerable<string> CertificateDomains() => _graph.Resources
        .Where(resource => TypeMap.ResourceType(resource.Key.Type) == CertificateReferences.Type)
        .SelectMany(CertificateReferences.Domains)
        .Distinct();

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

    private static TerraformValue Arn(string service, string resource) => $"arn:aws:{service}:{Region}:{Account}:{resource}";
}
