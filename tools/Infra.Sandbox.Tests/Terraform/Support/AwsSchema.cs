using System.Collections.Immutable;
using Infra.Sandbox.Terraform;
using Infra.Sandbox.Terraform.Schema;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Terraform.Support;

/// <summary>
/// The schema of hashicorp/aws 5.100.0 in the format of <see cref="ProviderSchema.Write"/>. Regenerate it when <see cref="TypeMap"/> changes:
/// from the sandbox's cache, or from <c>terraform providers schema -json</c>.
/// </summary>
internal static class AwsSchema
{
    private static readonly Lazy<ProviderSchema> Read = new(() =>
    {
        using var file = File.OpenRead(RepositoryFiles.Path("tools", "Infra.Sandbox.Tests", "Terraform", "aws-5.100.0.schema.json"));
        return ProviderSchema.Read(file);
    });

    public static ProviderSchema Version5 => Read.Value;

    /// <summary>
    /// The changes in versions 6.x that matter for this stack, taken from their documentation: a region everywhere,
    /// the attributes renamed for it, and the blocks for traffic shifting.
    /// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-6-upgrade
    /// </summary>
    public static ProviderSchema Version6 { get; } = Version5 with
    {
        Resources = Version5.Resources
            .ToImmutableSortedDictionary(type => type.Key, type => With(type.Value, ("region", Optional)), StringComparer.Ordinal)
            .SetItem("aws_s3_bucket", With(Resource("aws_s3_bucket"), ("region", Optional), ("bucket_region", Computed)))
            .SetItem("aws_ecs_service", ServiceOfVersion6()),
        DataSources = Version5.DataSources
            .ToImmutableSortedDictionary(type => type.Key, type => With(type.Value, ("region", Optional)), StringComparer.Ordinal),
    };

    private static AttributeSchema Optional => new() { Type = Text, IsOptional = true, IsComputed = true };

    private static AttributeSchema Computed => new() { Type = Text, IsComputed = true };

    private static AttributeType Text => new AttributeType.Primitive(PrimitiveType.Text);

    private static AttributeType Number => new AttributeType.Primitive(PrimitiveType.Number);

    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service
    private static BlockSchema ServiceOfVersion6()
    {
        var service = With(Resource("aws_ecs_service"), ("region", Optional), ("arn", Computed));
        var balancer = service.Blocks["load_balancer"];
        return With(
            service,
            ("deployment_configuration", One(With(
                Of(("strategy", Text), ("bake_time_in_minutes", Text)),
                ("canary_configuration", One(Of(("canary_percent", Number), ("canary_bake_time_in_minutes", Text)))),
                ("linear_configuration", One(Of(("step_percent", Number), ("step_bake_time_in_minutes", Text))))))),
            ("load_balancer", balancer with
            {
                Block = With(balancer.Block, ("advanced_configuration", One(Of(
                    ("alternate_target_group_arn", Text), ("production_listener_rule", Text), ("role_arn", Text), ("test_listener_rule", Text))))),
            }));
    }

    private static NestedBlockSchema One(BlockSchema block) => new() { Nesting = Nesting.List, Block = block, MaxItems = 1 };

    private static BlockSchema Of(params (string Name, AttributeType Type)[] attributes) => With(
        new BlockSchema
        {
            Attributes = ImmutableSortedDictionary.Create<string, AttributeSchema>(StringComparer.Ordinal),
            Blocks = ImmutableSortedDictionary.Create<string, NestedBlockSchema>(StringComparer.Ordinal),
        },
        [.. attributes.Select(attribute => (attribute.Name, new AttributeSchema { Type = attribute.Type, IsOptional = true }))]);

    private static BlockSchema With(BlockSchema block, params (string Name, AttributeSchema Schema)[] attributes) => new()
    {
        Attributes = block.Attributes.SetItems(attributes.Select(attribute => KeyValuePair.Create(attribute.Name, attribute.Schema))),
        Blocks = block.Blocks,
    };

    private static BlockSchema With(BlockSchema block, params (string Name, NestedBlockSchema Schema)[] blocks) => new()
    {
        Attributes = block.Attributes,
        Blocks = block.Blocks.SetItems(blocks.Select(nested => KeyValuePair.Create(nested.Name, nested.Schema))),
    };

    public static BlockSchema Resource(string type) => Version5.Resources[type];
}
