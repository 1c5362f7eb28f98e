using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Infra.Tests.Sandbox.Deployments.Cycle;

/// <summary>What the emulator holds when the dev stack is up.</summary>
[Collection(DeploymentTurns.Name)]
public sealed class DeployedStackTests(DevCycle cycle) : IAsyncLifetime
{
    public Task InitializeAsync() => cycle.RequireAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [SkippableFact]
    public void Http_IsRedirected()
    {
        var redirect = Listener("80").Descendants("RedirectConfig").Single();

        Assert.Equal(("HTTPS", "443", "HTTP_301"), (Value(redirect, "Protocol"), Value(redirect, "Port"), Value(redirect, "StatusCode")));
    }

    [SkippableFact]
    public void Https_HasTheIssuedCertificate()
    {
        var certificate = cycle.Certificates["CertificateSummaryList"]!.AsArray().Single()!;

        Assert.Equal(("dekart-dev.example.com", "ISSUED"), (Text(certificate["DomainName"]), Text(certificate["Status"])));
        Assert.Equal(Text(certificate["CertificateArn"]), Value(Listener("443"), "CertificateArn"));
        Assert.StartsWith("ELBSecurityPolicy-TLS13-", Value(Listener("443"), "SslPolicy"));
    }

    [SkippableFact]
    public void Https_AnswersOnlyWhatARuleLetsIn()
    {
        Assert.Equal("404", Listener("443").Descendants("FixedResponseConfig").Elements("StatusCode").Single().Value);
        var rule = cycle.Rules.Descendants("Rules").Elements("member").Single(rule => Value(rule, "IsDefault") == "false");
        Assert.Equal(["authenticate-cognito", "forward"], rule.Element("Actions")!.Elements("member").Select(action => Value(action, "Type")));
    }

    [SkippableFact]
    public void Internet_ReachesOnlyTheLoadBalancer()
    {
        var open = Ingress().Where(rule => rule.Element("cidrIpv4")?.Value == "0.0.0.0/0").ToList();

        Assert.Equal(["443", "80"], open.Select(rule => Value(rule, "fromPort")).Order());
        Assert.All(open, rule => Assert.Equal(Value(rule, "fromPort"), Value(rule, "toPort")));
        Assert.Single(open.Select(rule => Value(rule, "groupId")).Distinct());
    }

    [SkippableFact]
    public void ServiceAndDatabase_AreReachedFromOneGroupEach()
    {
        var service = Ingress().Single(rule => Value(rule, "fromPort") == "8080");
        var database = Ingress().Single(rule => Value(rule, "fromPort") == "5432");

        Assert.Equal(OpenGroup(), Source(service));
        Assert.Equal(Value(service, "groupId"), Source(database));
    }

    [SkippableFact]
    public void Secrets_AreReferences()
    {
        var container = cycle.TaskDefinition["taskDefinition"]!["containerDefinitions"]!.AsArray().Single()!;

        Assert.Equal(
            ["DEKART_LICENSE_KEY", "DEKART_MAPBOX_TOKEN", "DEKART_POSTGRES_PASSWORD", "DEKART_POSTGRES_URL"],
            container["secrets"]!.AsArray().Select(secret => Text(secret!["name"])).Order(StringComparer.Ordinal));
        Assert.All(container["secrets"]!.AsArray(), secret => Assert.StartsWith("arn:aws:s", Text(secret!["valueFrom"])));
        Assert.DoesNotContain(cycle.Password, cycle.TaskDefinition.ToJsonString());
    }

    [SkippableFact]
    public void Environment_KnowsTheDatabase()
    {
        var environment = cycle.TaskDefinition["taskDefinition"]!["containerDefinitions"]![0]!["environment"]!.AsArray()
            .ToDictionary(variable => Text(variable!["name"]), variable => Text(variable!["value"]));

        Assert.EndsWith(".eu-central-1.rds.amazonaws.com", environment["DEKART_POSTGRES_HOST"]);
        Assert.Equal("5432", environment["DEKART_POSTGRES_PORT"]);
        Assert.DoesNotContain(environment.Values, value => value.Contains("${", StringComparison.Ordinal));
    }

    [SkippableFact]
    public void Service_IsBehindTheLoadBalancer()
    {
        var target = cycle.Service["loadBalancers"]!.AsArray().Single()!;
        var forward = cycle.Rules.Descendants("member").First(action => action.Element("Type")?.Value == "forward");

        Assert.Equal(8080, target["containerPort"]!.GetValue<int>());
        Assert.Equal(Value(forward, "TargetGroupArn"), Text(target["targetGroupArn"]));
    }

    [SkippableFact]
    public void Service_RunsInTwoSubnetsWithItsOwnGroup()
    {
        var network = cycle.Service["networkConfiguration"]!["awsvpcConfiguration"]!;

        Assert.Equal(1, cycle.Service["desiredCount"]!.GetValue<int>());
        Assert.Equal(2, network["subnets"]!.AsArray().Count);
        Assert.Equal("ENABLED", Text(network["assignPublicIp"]));
        var group = Value(Ingress().Single(rule => Value(rule, "fromPort") == "8080"), "groupId");
        Assert.Equal(group, Text(network["securityGroups"]!.AsArray().Single()));
    }

    [SkippableFact]
    public void Records_LeadToTheLoadBalancerAndValidateTheCertificate()
    {
        var records = cycle.Records.Descendants("ResourceRecordSet").ToLookup(record => Value(record, "Type"));

        var alias = Assert.Single(records["A"]);
        Assert.Equal("dekart-dev.example.com.", Value(alias, "Name"));
        Assert.EndsWith(".elb.amazonaws.com", Value(alias, "DNSName"));
        Assert.EndsWith(".acm-validations.aws.", Value(Assert.Single(records["CNAME"]), "Value"));
    }

    private IEnumerable<XElement> Ingress() =>
        cycle.SecurityGroupRules.Descendants("item").Where(rule => rule.Element("isEgress")?.Value == "false");

    private XElement Listener(string port) => cycle.Listeners.Descendants("member").Single(listener => listener.Element("Port")?.Value == port);

    private string OpenGroup() => Value(Ingress().First(rule => rule.Element("cidrIpv4")?.Value == "0.0.0.0/0"), "groupId");

    private static string Source(XElement rule) => Value(rule.Element("referencedGroupInfo")!, "groupId");

    private static string Value(XElement element, string name) => element.Descendants(name).First().Value;

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
