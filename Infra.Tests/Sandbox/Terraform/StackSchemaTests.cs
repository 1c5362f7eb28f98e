using System.Text.Json;
using Infra.Sandbox.Terraform;
using Infra.Sandbox.Terraform.Schema;
using Infra.Tests.Sandbox.Terraform.Support;
using Infra.Tests.Support;

namespace Infra.Tests.Sandbox.Terraform;

/// <summary>Compares everything that the stack's Pulumi packages offer with what the Terraform provider knows.</summary>
public sealed class StackSchemaTests
{
    private static readonly JsonElement Pulumi =
        JsonDocument.Parse(File.ReadAllText(RepositoryFiles.Path("sdk", "Pulumi.Aws", "schema.json"))).RootElement;

    // They are of later versions, or only to be read. All of them have a region in later versions.
    [Fact]
    public void EveryInput_IsKnownExceptThese() => Assert.Equal(
        """
        aws:acm/certificate:Certificate options.export
        aws:acm/certificate:Certificate privateKeyWo
        aws:acm/certificate:Certificate privateKeyWoVersion
        aws:cloudwatch/logGroup:LogGroup deletionProtectionEnabled
        aws:ec2/flowLog:FlowLog regionalNatGatewayId
        aws:ec2/flowLog:FlowLog tagFieldSpecifications
        aws:ec2/route:Route odbNetworkArn
        aws:ec2/subnet:Subnet ipv4IpamPoolId
        aws:ec2/subnet:Subnet ipv4NetmaskLength
        aws:ec2/subnet:Subnet ipv6IpamPoolId
        aws:ec2/subnet:Subnet ipv6NetmaskLength
        aws:ec2/vpcEndpoint:VpcEndpoint dnsOptions.privateDnsPreference
        aws:ec2/vpcEndpoint:VpcEndpoint dnsOptions.privateDnsSpecifiedDomains
        aws:ecr/repository:Repository imageTagMutabilityExclusionFilters
        aws:ecs/service:Service deploymentConfiguration
        aws:ecs/service:Service loadBalancers.advancedConfiguration
        aws:ecs/service:Service serviceConnectConfiguration.accessLogConfiguration
        aws:ecs/service:Service serviceConnectConfiguration.services.clientAlias.testTrafficRules
        aws:ecs/service:Service sigintRollback
        aws:ecs/taskDefinition:TaskDefinition volumes.s3filesVolumeConfiguration
        aws:lb/listener:Listener defaultActions.jwtValidation
        aws:lb/listenerRule:ListenerRule actions.jwtValidation
        aws:lb/listenerRule:ListenerRule conditions.hostHeader.regexValues
        aws:lb/listenerRule:ListenerRule conditions.httpHeader.regexValues
        aws:lb/listenerRule:ListenerRule conditions.pathPattern.regexValues
        aws:lb/listenerRule:ListenerRule conditions.sourceIp.ipAddressType
        aws:lb/listenerRule:ListenerRule transforms
        aws:lb/loadBalancer:LoadBalancer enablePrefixForIpv6SourceNat
        aws:lb/loadBalancer:LoadBalancer healthCheckLogs
        aws:lb/loadBalancer:LoadBalancer secondaryIpsAutoAssignedPerSubnet
        aws:lb/loadBalancer:LoadBalancer subnetMappings.outpostId
        aws:lb/targetGroup:TargetGroup targetControlPort
        aws:rds/instance:Instance warningEventCategories
        aws:s3/bucket:Bucket bucketNamespace
        aws:s3/bucket:Bucket serverSideEncryptionConfiguration.rule.blockedEncryptionTypes
        aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock skipDestroy
        aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration rules.blockedEncryptionTypes
        aws:secretsmanager/secret:Secret replicas.lastAccessedDate
        aws:secretsmanager/secret:Secret replicas.status
        aws:secretsmanager/secret:Secret replicas.statusMessage
        aws:secretsmanager/secret:Secret type
        """,
        string.Join('\n', Pulumi.GetProperty("resources").EnumerateObject()
            .Where(resource => TypeMap.ResourceType(resource.Name) is not null)
            .SelectMany(UnknownInputs)
            .Where(input => !input.EndsWith(" region", StringComparison.Ordinal))));

    private static IEnumerable<string> UnknownInputs(JsonProperty resource)
    {
        var type = TypeMap.ResourceType(resource.Name)!;
        var schema = AwsSchema.Resource(type);
        return Unknown(resource.Value.GetProperty("inputProperties"), schema, property => AttributeNames.OfInput(type, schema, property))
            .Select(path => $"{resource.Name} {path}");
    }

    private static IEnumerable<string> Unknown(JsonElement properties, BlockSchema schema, Func<string, string?> nameOf)
    {
        foreach (var property in properties.EnumerateObject())
        {
            if (nameOf(property.Name) is not { } name)
            {
                yield return property.Name;
            }
            else if (schema.Blocks.TryGetValue(name, out var block) && ObjectType(property.Value) is { } members)
            {
                foreach (var inner in Unknown(members, block.Block, member => AttributeNames.OfInput(block.Block, member)))
                {
                    yield return $"{property.Name}.{inner}";
                }
            }
        }
    }

    // The properties of an object type, or of the items of a list.
    private static JsonElement? ObjectType(JsonElement property)
    {
        const string Types = "#/types/";
        var type = property.TryGetProperty("items", out var items) ? items : property;
        return type.TryGetProperty("$ref", out var reference)
            && reference.GetString()!.StartsWith(Types, StringComparison.Ordinal)
            && Pulumi.GetProperty("types").TryGetProperty(reference.GetString()![Types.Length..], out var found)
            && found.TryGetProperty("properties", out var properties)
                ? properties
                : null;
    }
}
