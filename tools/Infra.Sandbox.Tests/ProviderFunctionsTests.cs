using System.Collections.Immutable;
using Infra.Sandbox.Evaluation;

namespace Infra.Sandbox.Tests;

public sealed class ProviderFunctionsTests
{
    private readonly ProviderFunctions _functions = new();

    [Fact]
    public void Lookup_ReturnsSymbolsAndIsRecorded()
    {
        var zone = Call("aws:route53/getZone:getZone", ("name", "example.com"), ("privateZone", false));

        Assert.Equal("${aws:route53/getZone:getZone::example.com.zoneId}", zone["zoneId"]);
        Assert.Equal("example.com", zone["name"]);
        Assert.Equal("aws:route53/getZone:getZone::example.com", $"{Assert.Single(_functions.Lookups).Key}");
    }

    [Fact]
    public void RepeatedLookup_IsRecordedOnce()
    {
        Call("aws:index/getCallerIdentity:getCallerIdentity");
        var identity = Call("aws:index/getCallerIdentity:getCallerIdentity");

        Assert.Equal("${aws:index/getCallerIdentity:getCallerIdentity::current.accountId}", identity["accountId"]);
        Assert.Single(_functions.Lookups);
    }

    [Fact]
    public void LookupsWithDifferentNumbers_HaveDifferentKeys()
    {
        const string LoadBalancer = "${aws:lb/getLoadBalancer:getLoadBalancer::shared.arn}";
        Call("aws:lb/getListener:getListener", ("loadBalancerArn", LoadBalancer), ("port", 80.0));
        var https = Call("aws:lb/getListener:getListener", ("loadBalancerArn", LoadBalancer), ("port", 443.0));

        Assert.Equal("${aws:lb/getListener:getListener::shared/443.arn}", https["arn"]);
        Assert.Equal(["shared/443", "shared/80"], _functions.Lookups.Select(lookup => lookup.Key.Name));
    }

    [Fact]
    public void LookupOfAnOwnResource_ReturnsThatResource()
    {
        var table = Call("aws:ec2/getRouteTable:getRouteTable", ("subnetId", "${aws:ec2/subnet:Subnet::shop-public-1.id}"));
        var gateway = Call(
            "aws:ec2/getInternetGateway:getInternetGateway",
            ("filters", ImmutableArray.Create<object>(ImmutableDictionary<string, object>.Empty
                .Add("name", "attachment.vpc-id")
                .Add("values", ImmutableArray.Create<object>("${aws:ec2/vpc:Vpc::shop.id}")))));

        Assert.Equal("${aws:ec2/routeTable:RouteTable::shop-public-1.id}", table["routeTableId"]);
        Assert.Equal("${aws:ec2/internetGateway:InternetGateway::shop.id}", gateway["internetGatewayId"]);
        Assert.Empty(_functions.Lookups);
    }

    [Fact]
    public void Zones_HaveDistinctSymbolsForOtherLookups()
    {
        var names = (ImmutableArray<object>)Call("aws:index/getAvailabilityZones:getAvailabilityZones", ("state", "available"))["names"];
        var subnets = names.Select(zone => Call("aws:ec2/getSubnet:getSubnet", ("availabilityZone", zone), ("defaultForAz", true))["id"]).ToList();

        Assert.Equal(
            [
                "${aws:index/getAvailabilityZones:getAvailabilityZones::available.names[0]}",
                "${aws:index/getAvailabilityZones:getAvailabilityZones::available.names[1]}",
            ],
            names.AsEnumerable());
        Assert.Equal(
            ["${aws:ec2/getSubnet:getSubnet::available0/defaultForAz.id}", "${aws:ec2/getSubnet:getSubnet::available1/defaultForAz.id}"],
            subnets);
    }

    [Fact]
    public void InternetGateway_OfAnExistingVpc_IsALookup()
    {
        var vpc = Call("aws:ec2/getVpc:getVpc", ("default", true))["id"];
        var gateway = Call(
            "aws:ec2/getInternetGateway:getInternetGateway",
            ("filters", ImmutableArray.Create<object>(ImmutableDictionary<string, object>.Empty
                .Add("name", "attachment.vpc-id")
                .Add("values", ImmutableArray.Create(vpc)))));

        Assert.Equal(
            "${aws:ec2/getInternetGateway:getInternetGateway::attachment.vpc-id/default.internetGatewayId}", gateway["internetGatewayId"]);
        Assert.Equal(2, _functions.Lookups.Length);
    }

    [Fact]
    public void UnknownFunction_IsNamedInTheError() => Assert.Equal(
        "the sandbox cannot answer aws:ec2/getAmi:getAmi",
        Assert.Throws<NotSupportedException>(() => Call("aws:ec2/getAmi:getAmi")).Message);

    private Dictionary<string, object> Call(string token, params (string Name, object Value)[] arguments) =>
        _functions.Call(token, arguments.ToImmutableDictionary(argument => argument.Name, argument => argument.Value));
}
