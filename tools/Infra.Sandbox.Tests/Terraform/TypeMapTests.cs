using Infra.Sandbox.Evaluation.Awsx;
using Infra.Sandbox.Terraform;
using Infra.Sandbox.Tests.Terraform.Support;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Terraform;

public sealed class TypeMapTests
{
    // Stacks use the default provider.
    private const string Provider = "pulumi:providers:aws";

    [Fact]
    public void EveryStackType_IsMapped()
    {
        var types = File.ReadAllLines(RepositoryFiles.Path("tools", "sdk", "Pulumi.Aws", "types.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ')[0])
            .Where(type => type != Provider && IsResourceOrFunction(type))
            .ToList();

        Assert.NotEmpty(types);
        Assert.All(types, type => Assert.NotNull(TypeMap.ResourceType(type) ?? TypeMap.DataType(type)));
    }

    // aws:pipes/pipe:Pipe is a resource, aws:pipes/PipeSourceParameters:PipeSourceParameters a nested type.
    private static bool IsResourceOrFunction(string type) => char.IsAsciiLetterLower(type.Split('/')[1][0]);

    [Fact]
    public void EveryVpcComponentType_IsMapped() => Assert.All(
        AwsxVpcExpansion.Of("shop", AwsxVpc.Inputs("OnePerAz", dualStack: true)).Resources,
        resource => Assert.NotNull(TypeMap.ResourceType(resource.Key.Type)));

    [Fact]
    public void EveryTerraformType_IsInTheProvidersSchema()
    {
        Assert.Empty(TypeMap.ResourceTypes.Except(AwsSchema.Version5.Resources.Keys));
        Assert.Empty(TypeMap.DataTypes.Except(AwsSchema.Version5.DataSources.Keys));
    }

    // Otherwise two resources with the same logical name would have the same address.
    [Fact]
    public void EveryTerraformType_IsMappedOnce()
    {
        Assert.Distinct(TypeMap.ResourceTypes);
        Assert.Distinct(TypeMap.DataTypes);
    }
}
