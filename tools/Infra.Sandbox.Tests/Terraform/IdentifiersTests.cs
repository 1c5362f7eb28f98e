using Infra.Sandbox.Terraform;
using Infra.Sandbox.Tests.Terraform.Support;

namespace Infra.Sandbox.Tests.Terraform;

public sealed class IdentifiersTests
{
    [Theory]
    [InlineData("shop", "shop")]
    [InlineData("shop-lb-https", "shop_lb_https")]
    [InlineData("com.amazonaws.eu-west-1.s3", "com_amazonaws_eu_west_1_s3")]
    [InlineData("shop-*.example.com", "shop___example_com")]
    [InlineData("1st", "_1st")] // must not begin with a digit
    [InlineData("größe", "gr__e")]
    public void Identifier_IsValidAndReadable(string name, string identifier) => Assert.Equal(identifier, Identifiers.Of(name));

    [Fact]
    public void NamesWithTheSameIdentifier_GetASuffix()
    {
        var names = Identifiers.Distinct(["a-b", "a.b", "c-d"]).ToDictionary();

        Assert.Equal("c_d", names["c-d"]);
        Assert.StartsWith("a_b_", names["a-b"]);
        Assert.StartsWith("a_b_", names["a.b"]);
        Assert.NotEqual(names["a-b"], names["a.b"]);
    }

    [Fact]
    public void NamesOfDifferentTypes_MayBeEqual()
    {
        var program = Translation.Of(Graphs.Of(
            Graphs.Resource("aws:ec2/vpc:Vpc", "shop-network", ("cidrBlock", "10.0.0.0/16")),
            Graphs.Resource("aws:ec2/internetGateway:InternetGateway", "shop-network")));

        Assert.Equal(["aws_internet_gateway.shop_network", "aws_vpc.shop_network"], program.Addresses.Keys.Order(StringComparer.Ordinal));
    }
}
