using Infra.Sandbox.Diagrams.Model;
using Infra.Sandbox.Diagrams.Reading;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Tests.Diagrams.Support;

namespace Infra.Sandbox.Tests.Diagrams;

public sealed class DiagramReaderTests
{
    [Theory]
    [InlineData("dev", 8, 3)]
    [InlineData("prod", 10, 3)]
    [InlineData("minimal", 3, 2)]
    [InlineData("datero-demo", 4, 1)]
    [InlineData("datero", 10, 4)]
    [InlineData("ecs-guide", 6, 2)]
    [InlineData("event-jobs", 19, 8)]
    [InlineData("live-beats", 7, 5)]
    public async Task Diagram_OfAStackFile_HasItsNodesAndArrows(string name, int nodes, int arrows)
    {
        var diagram = await StackDiagrams.OfFileAsync(name);

        Assert.Equal((nodes, arrows), (diagram.Nodes.Count(), diagram.Arrows.Length));
    }

    [Fact]
    public async Task Prod_HasItsPartsInTheirBands() => Assert.Equal(
        """
        Edge: Internet, dekart.example.com, Sign-in
        Public: Application Load Balancer, Service dekart
        Private: 
        Isolated: Database
        Regional: Bucket lb-logs, Bucket results, Secrets, Alarms
        """,
        BandsOf(await StackDiagrams.OfFileAsync("prod")),
        ignoreLineEndingDifferences: true);

    [Fact]
    public async Task EventJobs_HasItsPartsInTheirBands() => Assert.Equal(
        """
        Edge: Internet, media.example.com, Web ACL
        Public: Application Load Balancer
        Private: Service media, Service media-admin, Service media-worker, Job exports, Job report, Job thumbnails, EC2 instances
        Isolated: Cache, File system
        Regional: Bucket uploads, Queue conversions, Queue exports, Secrets, Alarms, AWS Backup
        """,
        BandsOf(await StackDiagrams.OfFileAsync("event-jobs")),
        ignoreLineEndingDifferences: true);

    [Theory]
    [InlineData("prod", "internet", "anyone: 80, 443")]
    [InlineData("prod", "load-balancer", "HTTPS 443 (TLS13-1-2-Res-PQ-2025-09) | HTTP 80 redirects to 443 | to internet 443 | access logs | deletion protection")]
    [InlineData("prod", "service", "1 task | 0.5 vCPU, 1 GiB | Fargate, arm64 | dekartxyz/dekart:0.23 | to internet 443 | bucket results: read, write | 4 secrets")]
    [InlineData("prod", "database", "PostgreSQL 17 | db.t4g.medium | 50–200 GiB gp3 | Multi-AZ: standby in another zone | backups 30 days | deletion protection")]
    [InlineData("prod", "sign-in", "Cognito domain dekart | sessions of 12 hours")]
    [InlineData("prod", "secrets", "database | license-key (SSM) | mapbox-token (SSM)")]
    [InlineData("prod", "alarms", "8 alarms | to ops@example.com")]
    [InlineData("dev", "database", "PostgreSQL 17 | db.t4g.micro | 20–50 GiB gp3 | single zone | backups 1 day")]
    [InlineData("datero", "internet", "anyone, IPv4 and IPv6: 80, 443")]
    [InlineData("datero", "job-check", "run by command | 0.25 vCPU, 256 MiB | EC2 (main), x86_64 | chumaky/datero:1.0.2 | to internet 443 through the NAT gateway")]
    [InlineData("datero-demo", "internet", "203.0.113.7/32: 80")]
    [InlineData("datero-demo", "job-datero", "run by command | 1 vCPU, 2 GiB | EC2 (main), x86_64, host network | chumaky/datero:1.0.2 | 1 secret")]
    [InlineData("ecs-guide", "internet", "through the existing load balancer")]
    [InlineData("ecs-guide", "sg-0a1b2c3d4e5f60719", "listener 443 | listener 80 | sg-0a1b2c3d4e5f60719")]
    [InlineData("ecs-guide", "service", "2 tasks | 0.5 vCPU, 1 GiB | Fargate and Fargate Spot, x86_64 | app:1.0.0 | to internet 443 through an existing NAT gateway")]
    [InlineData("event-jobs", "web-acl", "2000 requests in 5 min per IP | 3 managed rule groups")]
    [InlineData("event-jobs", "domain", "admin.media.example.com | Route 53, ACM certificate")]
    [InlineData("event-jobs", "instances", "arm: 0–6 × t4g.medium | steady: 1–3 × t4g.medium | to internet 443 through the NAT gateway")]
    [InlineData("event-jobs", "cache", "Valkey 8.0 | 1 × cache.t4g.micro | single zone | no backups")]
    [InlineData("event-jobs", "queue:exports", "dead-letter queue after 5 receives")]
    [InlineData("event-jobs", "backup", "cron(0 5 ? * * *) | kept 35 days")]
    [InlineData("live-beats", "secrets", "database | RELEASE_COOKIE | live-beats-github-client-id (SSM) | live-beats-github-client-secret (SSM) | secret-key-base (SSM)")]
    public async Task Node_SaysWhatMatters(string name, string node, string facts) => Assert.Equal(
        facts, string.Join(" | ", Find(await StackDiagrams.OfFileAsync(name), node).Facts.Select(fact => fact.Text)));

    [Theory]
    [InlineData("job-report", "cron(0 3 * * ? *) Europe/Berlin")]
    [InlineData("job-thumbnails", "for each new object in bucket uploads, prefix images/")]
    [InlineData("job-exports", "for each message in queue exports")]
    public async Task Job_SaysWhatStartsIt(string node, string start) =>
        Assert.Equal(start, Find(await StackDiagrams.OfFileAsync("event-jobs"), node).Facts[0].Text);

    [Theory]
    [InlineData("service", "scales by CPU, memory, requests, steps, schedule")]
    [InlineData("service-worker", "scales by queue")]
    public async Task Service_SaysHowItScales(string node, string scaling) =>
        Assert.Contains(Find(await StackDiagrams.OfFileAsync("event-jobs"), node).Facts, fact => fact.Text == scaling);

    [Theory]
    [InlineData("prod", "load-balancer", "internet-facing")]
    [InlineData("prod", "service", "public IP address")]
    [InlineData("prod", "database", null)]
    [InlineData("event-jobs", "service", null)]
    [InlineData("datero-demo", "instances", "public IP address")]
    public async Task Node_SaysWhetherItIsPublic(string name, string node, string? exposure) =>
        Assert.Equal(exposure, Find(await StackDiagrams.OfFileAsync(name), node).Exposure);

    [Fact]
    public void SecurityGroupOfNothingThatIsShown_HasABox()
    {
        var group = new ResourceKey("aws:ec2/securityGroup:SecurityGroup", "app-security-other");
        var rule = new ResourceKey("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "app-security-rule");
        var inputs = PropertyValue.Map.Of(
        [
            new("securityGroupId", new Symbol(group, "id")), new("cidrIpv4", "10.0.0.0/8"), new("fromPort", 22.0), new("toPort", 22.0),
        ]);
        var graph = new ResourceGraph
        {
            Project = "app",
            Stack = "dev",
            Resources = [new ResourceNode { Key = group, Parent = null }, new ResourceNode { Key = rule, Parent = null, Inputs = inputs }],
            Lookups = [],
            Outputs = PropertyValue.Map.Empty,
        };

        var diagram = DiagramReader.Read(graph);

        Assert.Equal("Security group other", diagram.Nodes.Single(node => node.Kind == NodeKind.SecurityGroup).Title);
        Assert.Equal(("internet", "other", "22"), diagram.Arrows.Select(arrow => (arrow.From, arrow.To, arrow.Ports.Single().Text)).Single());
    }

    [Fact]
    public async Task ServerlessCache_IsACache()
    {
        var diagram = await StackDiagrams.EditedAsync(
            "event-jobs",
            ("engineVersion: \"8.0\"", "engineVersion: \"8\""),
            ("    nodeType: cache.t4g.micro\n", "    serverless: { maximumStorageGiB: 5, maximumEcpuPerSecond: 5000 }\n"));

        Assert.Contains(Find(diagram, "cache").Facts, fact => fact.Text == "1 × cache.t4g.micro → serverless");
    }

    [Fact]
    public async Task Subnets_HaveRangesAndNatGateways()
    {
        var diagram = await StackDiagrams.OfFileAsync("event-jobs");

        Assert.Equal("eu-central-1a, eu-central-1b, eu-central-1c", string.Join(", ", diagram.Zones));
        Assert.Equal(
            ["eu-central-1a: 10.50.32.0/20, NAT gateway", "eu-central-1b: 10.50.96.0/20", "eu-central-1c: 10.50.160.0/20"],
            diagram.Bands.Single(band => band.Kind == BandKind.Public).Subnets
                .Select(subnet => $"{subnet.Zone}: {string.Join(", ", subnet.Facts.Select(fact => fact.Text))}"));
    }

    [Fact]
    public async Task Network_HasItsRangeAndWhatIsOfTheWholeVpc() => Assert.Equal(
        ["VPC 10.30.0.0/16", "flow logs", "gateway endpoint for S3"], (await StackDiagrams.OfFileAsync("prod")).Network.Select(fact => fact.Text));

    [Fact]
    public async Task SubnetsKnownByTheirIdsOnly_HaveNoZones()
    {
        var diagram = await StackDiagrams.OfAsync("existing");

        Assert.Equal("existing subnets", Assert.Single(diagram.Zones));
        Assert.Equal(["existing VPC vpc-0a000000"], diagram.Network.Select(fact => fact.Text));
    }

    private static string BandsOf(Diagram diagram) => string.Join(
        Environment.NewLine, diagram.Bands.Select(band => $"{band.Kind}: {string.Join(", ", band.Nodes.Select(node => node.Title))}"));

    private static DiagramNode Find(Diagram diagram, string id) => diagram.Nodes.Single(node => node.Id == id);
}
