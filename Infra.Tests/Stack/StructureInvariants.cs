using System.Text.RegularExpressions;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.Stack;

/// <summary>The names of resources and their parents.</summary>
public class StructureInvariants
{
    [Theory]
    [EveryStack]
    public async Task Resource_Always_BelongsToAComponent(string stack) => ResourceAssert.Every(
        await Resources(stack),
        resource => Assert.True(resource.Options.Parent is ComponentResource and not Pulumi.Stack, $"{resource} has no component"));

    [Theory]
    [EveryStack]
    public async Task Name_OfAChild_BeginsWithThatOfItsComponent(string stack)
    {
        var children = (await KnownStacks.Run(stack)).Resources.Where(resource => resource.Parent is not null).ToList();

        ResourceAssert.Every(children, child => Assert.Matches($"^{Regex.Escape(child.Parent!)}([-_./]|$)", child.Name));
    }

    [Theory]
    [EveryStack]
    public async Task Name_OfAComponentOnTop_BeginsWithTheApplicationAndNotTheStack(string stack)
    {
        var application = KnownStacks.Config(stack).Name;
        var components = (await KnownStacks.Run(stack)).Resources.Where(resource => resource.Parent is null).ToList();

        ResourceAssert.Every(components, component => Assert.Matches($"^{application}(-[a-z]+)*$", component.Name));
        Assert.DoesNotContain(components, component => component.Name.Contains($"-{stack}", StringComparison.Ordinal));
    }

    [Theory]
    [EveryStack]
    public async Task Name_OfAResource_IsUniqueForItsType(string stack)
    {
        var resources = (await KnownStacks.Run(stack)).Resources;

        Assert.NotEmpty(resources);
        Assert.Equal(resources.Count, resources.Select(resource => (resource.Type, resource.Name)).Distinct().Count());
    }

    [Theory]
    [EveryStack]
    public async Task Awsx_Always_MakesTheVpcAndNothingElse(string stack)
    {
        var ofAwsx = (await Resources(stack)).Where(resource => resource.Type.StartsWith("awsx:", StringComparison.Ordinal));

        Assert.Equal(KnownStacks.Config(stack).Network is null ? [] : ["awsx:ec2:Vpc"], ofAwsx.Select(resource => resource.Type));
    }

    [Theory]
    [InlineData("dev", 2)]
    [InlineData("prod", 2)]
    [InlineData("minimal", 2)]
    [InlineData("web", 3)]
    [InlineData("storage", 2)]
    public async Task Vpc_Layout_IsWrittenDownForEveryZone(string stack, int zones)
    {
        var vpc = (await KnownStacks.Run(stack)).Single<AwsxEc2.Vpc>();

        Assert.Equal(zones, vpc.Strings("availabilityZoneNames").Count);
        Assert.Equal("Auto", vpc["subnetStrategy"]);
        Assert.Equal("Auto", vpc["vpcEndpointStrategy"]);
        Assert.NotNull(vpc["natGateways.strategy"]);
        Assert.Equal(3, vpc.List("subnetSpecs").Length);
        Assert.All([0, 1, 2], tier => Assert.Equal(zones, vpc.Strings($"subnetSpecs[{tier}].cidrBlocks").Distinct().Count()));
    }

    private static async Task<IReadOnlyList<RegisteredResource>> Resources(string stack) =>
        [.. (await KnownStacks.Run(stack)).Resources.Where(resource => !resource.IsComponent)];
}
