using System.Text.Json;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Tests;

public sealed class SymbolTests
{
    private static readonly Symbol DnsName = new(new ResourceKey("aws:lb/loadBalancer:LoadBalancer", "shop-lb"), "dnsName");
    private static readonly Symbol ZoneId = new(new ResourceKey("aws:route53/getZone:getZone", "example.com"), "zoneId");

    [Fact]
    public void Text_ContainsTypeResourceAndProperty() =>
        Assert.Equal("${aws:lb/loadBalancer:LoadBalancer::shop-lb.dnsName}", DnsName.ToString());

    [Theory]
    [InlineData("aws:lb/listener:Listener", "shop", "arn")]
    [InlineData("aws:ec2/vpcEndpoint:VpcEndpoint", "com.amazonaws.eu-west-1.s3", "id")] // names with dots
    [InlineData("aws:acm/certificate:Certificate", "shop-www.example.com", "domainValidationOptions[1].resourceRecordName")]
    [InlineData("awsx:ec2:Vpc", "shop", "publicSubnetIds[0]")]
    [InlineData("aws:ec2/vpc:Vpc", "shop", "ipv6CidrBlock#3")]
    [InlineData("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "shop-web-443-::/0", "id")]
    public void Symbol_RoundTrips(string type, string name, string path)
    {
        var symbol = new Symbol(new ResourceKey(type, name), path);

        Assert.Equal(symbol, Symbol.Parse(symbol.ToString()));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("${HOME}")]
    [InlineData("${a::b}")]
    [InlineData("${app:index:x::}")]
    [InlineData("${app:index:x::name.}")]
    [InlineData("${app:index:x::name.path} and more")]
    public void OtherText_IsNotASymbol(string text) => Assert.Null(Symbol.Parse(text));

    [Fact]
    public void Symbols_AreFoundInsideOtherText() => Assert.Equal(
        [("${HOME}/", null), ($"{DnsName}", DnsName), (":80 ", null), ($"{ZoneId}", ZoneId), ("}", null)],
        Symbol.Split($"${{HOME}}/{DnsName}:80 {ZoneId}}}"));

    [Fact]
    public void Symbols_SurviveJsonEncoding()
    {
        var inner = JsonSerializer.Serialize(new { zone = $"{ZoneId}" });
        var json = JsonSerializer.Serialize(new { url = $"https://{DnsName}/?a=\"b\"&c", inner });

        Assert.Equal([DnsName, ZoneId], Symbol.In(json));
    }
}
