namespace Pulumi.Generator.Tests;

public class NamesTests
{
    [Theory]
    [InlineData("aws:ecs/service:Service", "ecs", "Service")]
    [InlineData("aws:ecs/ServiceLoadBalancer:ServiceLoadBalancer", "ecs", "ServiceLoadBalancer")]
    [InlineData("aws:index/getRegion:getRegion", "", "GetRegion")]
    [InlineData("awsx:ec2:Vpc", "ec2", "Vpc")]
    [InlineData("random:index/randomPassword:RandomPassword", "", "RandomPassword")]
    public void Token_NamesModuleAndMember(string token, string module, string member)
    {
        Assert.Equal(module, Names.Module(token));
        Assert.Equal(member, Names.Member(token));
    }

    [Theory]
    [InlineData("Standard", "Standard")]
    [InlineData("gp3", "Gp3")]
    [InlineData("T4G_2XLarge", "T4G_2XLarge")]
    [InlineData("public-read", "Public_read")]
    [InlineData("nodejs18.x", "Nodejs18_x")]
    [InlineData("2012-10-17", "Version_2012_10_17")]
    [InlineData("-1", "Version_1")]
    [InlineData("Equals", "EqualsValue")] // would hide a method of the struct
    public void EnumMember_IsAnIdentifier(string name, string expected)
        => Assert.Equal(expected, Names.EnumMember(name, "Version"));

    [Theory]
    [InlineData("default", "@default")]
    [InlineData("protocol", "protocol")]
    [InlineData("value", "value")] // a keyword in some places only
    public void Parameter_EscapesKeywords(string wireName, string expected)
        => Assert.Equal(expected, Names.Parameter(wireName));
}
