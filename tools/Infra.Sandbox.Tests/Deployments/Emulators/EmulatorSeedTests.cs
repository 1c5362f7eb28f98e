using Infra.Sandbox.Deployments.Emulators;
using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Emulators;

public sealed class EmulatorSeedTests
{
    private const string Lookup = "GET /2013-04-01/hostedzonesbyname?dnsname=example.com.";

    [Fact]
    public async Task ExistingZone_IsNotCreatedAgain() => Assert.Equal([Lookup], await SeedAsync(Zone("example.com.", isPrivate: false)));

    [Theory]
    [InlineData("example.org.", false)]
    [InlineData("example.com.", true)]
    public async Task MissingZone_IsCreated(string name, bool isPrivate)
    {
        var requests = await SeedAsync(Zone(name, isPrivate));

        Assert.Equal(2, requests.Count);
        Assert.Equal(Lookup, requests[0]);
        Assert.StartsWith("POST /2013-04-01/hostedzone <CreateHostedZoneRequest xmlns=\"https://route53.", requests[1]);
        Assert.Contains("<Name>example.com.</Name>", requests[1]);
    }

    [Fact]
    public async Task ExistingNetwork_IsNotCreatedAgain()
    {
        using var emulator = new FakeEmulator("<R><vpcId>vpc-1</vpcId><subnetId>subnet-1</subnetId></R>");
        using var client = new EmulatorClient(emulator.Endpoint);
        var existing = new ExistingResources { VpcId = "vpc-0a000000", Subnets = [new ExistingSubnet("subnet-0a000000", 0)] };

        var ids = await ExistingResourcesSeed.EnsureAsync(client, "eu-central-1", existing, CancellationToken.None);

        Assert.Equal(new Dictionary<string, string> { ["vpc-0a000000"] = "vpc-1", ["subnet-0a000000"] = "subnet-1" }, ids);
        Assert.Equal(
            [
                "POST / Action=DescribeVpcs&Version=2016-11-15&Filter.1.Name=vpc-id&Filter.1.Value.1=vpc-0a000000",
                "POST / Action=DescribeSubnets&Version=2016-11-15&Filter.1.Name=subnet-id&Filter.1.Value.1=subnet-0a000000",
            ],
            emulator.Requests);
    }

    private static async Task<IReadOnlyList<string>> SeedAsync(string answer)
    {
        using var emulator = new FakeEmulator(answer);
        using var client = new EmulatorClient(emulator.Endpoint);
        await EmulatorSeed.EnsureHostedZonesAsync(client, ["example.com"], CancellationToken.None);
        return emulator.Requests;
    }

    private static string Zone(string name, bool isPrivate) =>
        $"""
        <?xml version="1.0" encoding="utf-8"?>
        <ListHostedZonesByNameResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/">
          <HostedZones>
            <HostedZone><Name>{name}</Name><Config><PrivateZone>{(isPrivate ? "true" : "false")}</PrivateZone></Config></HostedZone>
          </HostedZones>
        </ListHostedZonesByNameResponse>
        """;
}
