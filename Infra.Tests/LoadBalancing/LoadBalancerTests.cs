using Infra.LoadBalancing;
using Infra.Tests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.LoadBalancing;

public class LoadBalancerTests
{
    private const string NotFound =
        """[{"type":"fixed-response","fixedResponse":{"contentType":"text/plain","messageBody":"Not found","statusCode":"404"}}]""";

    [Fact]
    public async Task LoadBalancer_Default_IsPublicAndDropsInvalidHeaders() => ResourceAssert.Inputs(
        """
        {
          "loadBalancerType": "application",
          "internal": false,
          "subnets": ["subnet-0a100000", "subnet-0a200000"],
          "securityGroups": ["SecurityGroup:shop-security-load-balancer"],
          "ipAddressType": "ipv4",
          "dropInvalidHeaderFields": true,
          "enableDeletionProtection": false,
          "idleTimeout": 60
        }
        """,
        (await Run()).Single<Lb.LoadBalancer>());

    [Theory]
    [InlineData("""{"deletionProtection":true}""", "enableDeletionProtection", true)]
    [InlineData("""{"idleTimeoutSeconds":300}""", "idleTimeout", 300.0)]
    [InlineData("""{"scheme":"internal"}""", "internal", true)]
    public async Task LoadBalancer_Option_HasTheConfiguredValue(string changes, string input, object expected) =>
        Assert.Equal(expected, (await Run(changes)).Single<Lb.LoadBalancer>()[input]);

    [Fact]
    public async Task LoadBalancer_Internal_IsInPrivateSubnets() =>
        Assert.Equal(["subnet-0b100000", "subnet-0b200000"], (await Run("""{"scheme":"internal"}""")).Single<Lb.LoadBalancer>().Strings("subnets"));

    [Fact]
    public async Task LoadBalancer_DualStack_HasIpv6Addresses() =>
        Assert.Equal("dualstack", (await Run(dualStack: true)).Single<Lb.LoadBalancer>()["ipAddressType"]);

    [Fact]
    public async Task Listeners_WithoutCertificate_ServeHttpAndAnswer404()
    {
        var run = await Run();

        var listener = run.Single<Lb.Listener>();
        Assert.Equal("shop-lb-http", listener.Name);
        ResourceAssert.Inputs(
            $$"""{"loadBalancerArn":"arn:LoadBalancer:shop-lb","port":80,"protocol":"HTTP","defaultActions":{{NotFound}}}""", listener);
        Assert.Equal("arn:Listener:shop-lb-http", await OutputUtilities.GetValueAsync(run.Component<LoadBalancer>().ListenerArn));
    }

    [Fact]
    public async Task Listeners_WithCertificate_RedirectHttpToHttps()
    {
        var run = await Run(certificate: "arn:cert");

        Assert.Equal(2, run.All<Lb.Listener>().Count);
        ResourceAssert.Inputs(
            """
            {
              "loadBalancerArn": "arn:LoadBalancer:shop-lb",
              "port": 80,
              "protocol": "HTTP",
              "defaultActions": [{"type": "redirect", "redirect": {"protocol": "HTTPS", "port": "443", "statusCode": "HTTP_301"}}]
            }
            """,
            run.Find<Lb.Listener>("shop-lb-http"));
    }

    [Fact]
    public async Task Listeners_WithCertificate_ServeHttpsAndAnswer404()
    {
        var run = await Run(certificate: "arn:cert");

        ResourceAssert.Inputs(
            $$"""
            {
              "loadBalancerArn": "arn:LoadBalancer:shop-lb",
              "port": 443,
              "protocol": "HTTPS",
              "sslPolicy": "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
              "certificateArn": "arn:cert",
              "defaultActions": {{NotFound}}
            }
            """,
            run.Find<Lb.Listener>("shop-lb-https"));
        Assert.Equal("arn:Listener:shop-lb-https", await OutputUtilities.GetValueAsync(run.Component<LoadBalancer>().ListenerArn));
    }

    [Fact]
    public async Task Listeners_TlsPolicy_IsTheConfiguredOne()
    {
        var run = await Run("""{"tlsPolicy":"ELBSecurityPolicy-TLS13-1-3-2021-06"}""", certificate: "arn:cert");

        Assert.Equal("ELBSecurityPolicy-TLS13-1-3-2021-06", run.Find<Lb.Listener>("shop-lb-https")["sslPolicy"]);
    }

    [Fact]
    public async Task AccessLogs_NotConfigured_AreNotCreated()
    {
        var run = await Run();

        Assert.Empty(run.All<AccessLogs>());
        Assert.Empty(run.All<S3.Bucket>());
        Assert.False(run.Single<Lb.LoadBalancer>().Has("accessLogs"));
        Assert.Empty(await run.Single<Lb.LoadBalancer>().DependsOn());
    }

    [Fact]
    public async Task AccessLogs_Configured_AreEnabledAfterTheBucketPolicy()
    {
        var run = await Run("""{"accessLogRetentionDays":90}""");

        var loadBalancer = run.Single<Lb.LoadBalancer>();
        Assert.Equal("shop-lb-logs-bucket", loadBalancer["accessLogs.bucket"]);
        Assert.Equal(true, loadBalancer["accessLogs.enabled"]);
        Assert.Same(run.Component<AccessLogs>(), Assert.Single(await OutputUtilities.GetValueAsync(loadBalancer.Options.DependsOn.ToOutput())));
    }

    private static Task<StackRun> Run(string changes = "{}", string? certificate = null, bool dualStack = false) =>
        TestParts.Run(
            TestConfigs.With(("loadBalancer", changes), ("network", dualStack ? """{"dualStack":true}""" : "{}"), ("domain", certificate is null ? "-" : Blocks.Domain)),
            parts => _ = new LoadBalancer("shop-lb", new LoadBalancerArgs
            {
                Placement = parts.Placement,
                Config = parts.Config.LoadBalancer,
                IsDualStack = parts.Config.IsDualStack,
                CertificateArn = certificate is null ? null : Output.Create(certificate),
            }));
}
