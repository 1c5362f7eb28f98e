using Infra.Networking;
using Infra.Sandbox.NewStacks;

namespace Infra.Sandbox.Tests.NewStacks;

public sealed class UniqueValueDefaultsTests
{
    [Theory]
    [InlineData("10.30.0.0/16", "10.40.0.0/16", "10.20.0.0/16", "10.30.0.0/16")]
    [InlineData("10.20.0.0/16", "10.40.0.0/16", "10.20.0.0/16", "10.30.0.0/16")]
    [InlineData("10.20.0.0/16", "10.40.0.0/16", "10.20.0.0/16", "10.30.4.0/23")]
    [InlineData("10.250.0.0/16", "10.4.0.0/16", "10.250.0.0/16")]
    [InlineData("172.31.0.0/16", "172.25.0.0/16", "172.31.0.0/16")]
    [InlineData("192.168.0.0/16", null, "192.168.0.0/16")]
    [InlineData("192.168.2.0/23", "192.168.4.0/23", "192.168.2.0/23")]
    public void FreeRange_OverlapsNoOther(string like, string? free, params string[] taken) =>
        Assert.Equal(free, NetworkRanges.Free(Ipv4Cidr.Parse(like), [.. taken.Select(Ipv4Cidr.Parse)]));

    [Fact]
    public void MovedRange_KeepsItsPlace() => Assert.Equal(
        "10.40.6.0/24", NetworkRanges.Moved(Ipv4Cidr.Parse("10.30.6.0/24"), Ipv4Cidr.Parse("10.30.0.0/16"), Ipv4Cidr.Parse("10.40.0.0/16")));

    [Theory]
    [InlineData("172.31.240.0/26", "172.31.240.128/26", "172.31.240.0/26", "172.31.240.64/26")]
    [InlineData("172.31.255.192/26", null, "172.31.255.192/26")]
    public void NextRange_IsBehindTheOthers(string range, string? next, params string[] taken) =>
        Assert.Equal(next, NetworkRanges.Next(Ipv4Cidr.Parse(range), [.. taken.Select(Ipv4Cidr.Parse)]));

    [Fact]
    public async Task Copy_WithEveryKindOfUniqueValue_DerivesWhatFollows()
    {
        using var project = new NewStackRun(("Pulumi.prod.yaml", """
            config:
              aws:region: eu-west-1
              app:name: shop
              app:network:
                cidr: 10.1.0.0/16
                zones: [eu-west-1a, eu-west-1b]
                publicSubnetCidrs: [10.1.0.0/24, 10.1.1.0/24]
                privateSubnetCidrs: [10.1.2.0/24, 10.1.3.0/24]
                isolatedSubnetCidrs: [10.1.4.0/24, 10.1.5.0/24]
              app:domain:
                name: prod.example.com
                alternativeNames: ["*.prod.example.com", shop.example.com]
                hostedZoneName: example.com
              app:authentication:
                userPool: { domainPrefix: shop-users, deletionProtection: true }
              app:service:
                image: nginx:1.29
                containerPort: 80
                secrets:
                  ONE: { ssmParameter: /prod/one }
                  TWO: { ssmParameter: two }
                  THREE: { secretArn: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:three-AbCdEf" }
              app:services:
                admin:
                  image: nginx:1.29
                  containerPort: 80
                  routing: { hosts: [admin.prod.example.com], priority: 10 }
            """));

        Assert.Equal(2, await project.RunAsync("new test --from prod --defaults"));
        Assert.Contains("\n  --set app:service.secrets.THREE.secretArn='<value>'  # the secret of the new stack\n", project.Error, StringComparison.Ordinal);
        Assert.Equal(0, await project.RunAsync("new test --from prod --defaults --set app:service.secrets.THREE.secretArn=arn:aws:secretsmanager:eu-west-1:123456789012:secret:four-AbCdEf"));

        Assert.Equal(
            """
            config:
              aws:region: eu-west-1
              app:name: shop
              app:network:
                cidr: 10.11.0.0/16
                zones: [eu-west-1a, eu-west-1b]
                publicSubnetCidrs: [10.11.0.0/24, 10.11.1.0/24]
                privateSubnetCidrs: [10.11.2.0/24, 10.11.3.0/24]
                isolatedSubnetCidrs: [10.11.4.0/24, 10.11.5.0/24]
              app:domain:
                name: test.example.com
                alternativeNames: ["*.test.example.com", shop-test.example.com]
                hostedZoneName: example.com
              app:authentication:
                userPool: { domainPrefix: shop-users-test, deletionProtection: true }
              app:service:
                image: nginx:1.29
                containerPort: 80
                secrets:
                  ONE: { ssmParameter: /test/one }
                  TWO: { ssmParameter: two }
                  THREE: { secretArn: arn:aws:secretsmanager:eu-west-1:123456789012:secret:four-AbCdEf }
              app:services:
                admin:
                  image: nginx:1.29
                  containerPort: 80
                  routing: { hosts: [admin.test.example.com], priority: 10 }
            """,
            project.Text("Pulumi.test.yaml"));
    }
}
