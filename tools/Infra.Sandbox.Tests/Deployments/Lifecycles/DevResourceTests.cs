using System.Xml.Linq;
using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles;

/// <summary>The dev stack's resources in the emulator.</summary>
[Collection(DevLifecycle.Collection)]
public sealed class DevResourceTests(DevLifecycle lifecycle) : IAsyncLifetime
{
    public Task InitializeAsync() => lifecycle.CompleteAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [SkippableFact]
    public void Http_IsRedirected()
    {
        var redirect = lifecycle.Listeners.Listener("80").Descendants("RedirectConfig").Single();

        Assert.Equal(("HTTPS", "443", "HTTP_301"), (redirect.Value("Protocol"), redirect.Value("Port"), redirect.Value("StatusCode")));
    }

    [SkippableFact]
    public void Https_HasTheIssuedCertificate()
    {
        var certificate = lifecycle.Certificates["CertificateSummaryList"]!.AsArray().Single()!;

        Assert.Equal(("dekart-dev.example.com", "ISSUED"), (certificate["DomainName"].Text(), certificate["Status"].Text()));
        Assert.Equal(certificate["CertificateArn"].Text(), lifecycle.Listeners.Listener("443").Value("CertificateArn"));
        Assert.StartsWith("ELBSecurityPolicy-TLS13-", lifecycle.Listeners.Listener("443").Value("SslPolicy"));
    }

    [SkippableFact]
    public void Https_WithoutAMatchingRule_Returns404()
    {
        Assert.Equal("404", lifecycle.Listeners.Listener("443").Descendants("FixedResponseConfig").Elements("StatusCode").Single().Value);
        var rule = lifecycle.Rules.Descendants("Rules").Elements("member").Single(rule => rule.Value("IsDefault") == "false");
        Assert.Equal(["authenticate-cognito", "forward"], rule.Element("Actions")!.Elements("member").Select(action => action.Value("Type")));
    }

    [SkippableFact]
    public void PublicIngress_OnlyLoadBalancer80And443()
    {
        var open = Ingress().Where(rule => rule.Element("cidrIpv4")?.Value == "0.0.0.0/0").ToList();

        Assert.Equal(["443", "80"], open.Select(rule => rule.Value("fromPort")).Order());
        Assert.All(open, rule => Assert.Equal(rule.Value("fromPort"), rule.Value("toPort")));
        Assert.Single(open.Select(rule => rule.Value("groupId")).Distinct());
    }

    [SkippableFact]
    public void ServiceAndDatabase_AllowOneSourceSecurityGroupEach()
    {
        var service = Ingress().Single(rule => rule.Value("fromPort") == "8080");
        var database = Ingress().Single(rule => rule.Value("fromPort") == "5432");

        Assert.Equal(OpenGroup(), service.Source());
        Assert.Equal(service.Value("groupId"), database.Source());
    }

    [SkippableFact]
    public void Secrets_AreReferences()
    {
        var container = lifecycle.TaskDefinition["containerDefinitions"]!.AsArray().Single()!;

        Assert.Equal(
            ["DEKART_LICENSE_KEY", "DEKART_MAPBOX_TOKEN", "DEKART_POSTGRES_PASSWORD", "DEKART_POSTGRES_URL"],
            container["secrets"]!.AsArray().Select(secret => secret!["name"].Text()).Order(StringComparer.Ordinal));
        Assert.All(container["secrets"]!.AsArray(), secret => Assert.StartsWith("arn:aws:s", secret!["valueFrom"].Text()));
        Assert.Equal(32, Assert.Single(lifecycle.Secrets).Length);
        Assert.DoesNotContain(lifecycle.Secrets[0], lifecycle.TaskDefinition.ToJsonString());
    }

    [SkippableFact]
    public void Environment_HasTheDatabaseEndpoint()
    {
        var environment = lifecycle.TaskDefinition["containerDefinitions"]![0]!["environment"]!.AsArray()
            .ToDictionary(variable => variable!["name"].Text(), variable => variable!["value"].Text());

        Assert.EndsWith(".eu-central-1.rds.amazonaws.com", environment["DEKART_POSTGRES_HOST"]);
        Assert.Equal("5432", environment["DEKART_POSTGRES_PORT"]);
        Assert.DoesNotContain(environment.Values, value => value.Contains("${", StringComparison.Ordinal));
    }

    [SkippableFact]
    public void Service_IsBehindTheLoadBalancer()
    {
        var target = lifecycle.Service["loadBalancers"]!.AsArray().Single()!;
        var forward = lifecycle.Rules.Descendants("member").First(action => action.Element("Type")?.Value == "forward");

        Assert.Equal(8080, target["containerPort"]!.GetValue<int>());
        Assert.Equal(forward.Value("TargetGroupArn"), target["targetGroupArn"].Text());
    }

    [SkippableFact]
    public void Service_HasTwoSubnetsAndItsSecurityGroup()
    {
        var network = lifecycle.Service["networkConfiguration"]!["awsvpcConfiguration"]!;

        Assert.Equal(1, lifecycle.Service["desiredCount"]!.GetValue<int>());
        Assert.Equal(2, network["subnets"]!.AsArray().Count);
        Assert.Equal("ENABLED", network["assignPublicIp"].Text());
        var group = Ingress().Single(rule => rule.Value("fromPort") == "8080").Value("groupId");
        Assert.Equal(group, network["securityGroups"]!.AsArray().Single().Text());
    }

    [SkippableFact]
    public void Records_AliasTheLoadBalancerAndValidateTheCertificate()
    {
        var records = lifecycle.Records.Descendants("ResourceRecordSet").ToLookup(record => record.Value("Type"));

        var alias = Assert.Single(records["A"]);
        Assert.Equal("dekart-dev.example.com.", alias.Value("Name"));
        Assert.EndsWith(".elb.amazonaws.com", alias.Value("DNSName"));
        Assert.EndsWith(".acm-validations.aws.", Assert.Single(records["CNAME"]).Value("Value"));
    }

    private IEnumerable<XElement> Ingress() => lifecycle.SecurityGroupRules.Ingress();

    private string OpenGroup() => Ingress().First(rule => rule.Element("cidrIpv4")?.Value == "0.0.0.0/0").Value("groupId");
}
