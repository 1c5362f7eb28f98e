using Infra.Tests.Support;

namespace Infra.Tests.Stack.Rules;

public sealed class RegionRulesTests
{
    [Fact]
    public void NoRegion_IsAProblem() => Assert.Equal(
        ["aws:region: is required; set it with `pulumi config set aws:region <region>`"], Problems.Of(("aws:region", "-")));

    [Fact]
    public void EncryptedRegion_IsNotShown() => Assert.Equal(
        ["aws:region: must not be encrypted; set it with `pulumi config set aws:region <region>`"],
        Problems.Of(("aws:region", "secret:hunter2")));

    [Theory]
    [InlineData("Frankfurt")]
    [InlineData("eu-central-1a")]
    [InlineData("eu-central")]
    [InlineData("EU-CENTRAL-1")]
    public void TextThatIsNoRegion_IsAProblem(string region) => Assert.Equal(
        [$"aws:region: \"{region}\" is not a region; use a name such as eu-central-1"], Problems.Of(("aws:region", region)));

    [Theory]
    [InlineData("us-east-1")]
    [InlineData("us-gov-west-1")]
    [InlineData("cn-north-1")]
    [InlineData("eusc-de-east-1")]
    public void Region_WithZonesOfItsOwn_IsAccepted(string region) =>
        Assert.Empty(Problems.Of(("aws:region", region), ("network", $$"""{"zones":["{{region}}a","{{region}}b"]}""")));

    [Fact]
    public void ZoneOfAnotherRegion_IsAProblem() => Assert.Equal(
        ["app:network.zones[1]: \"eu-west-1b\" is not in aws:region eu-central-1"],
        Problems.Of(("network", """{"zones":["eu-central-1a","eu-west-1b"]}""")));
}
