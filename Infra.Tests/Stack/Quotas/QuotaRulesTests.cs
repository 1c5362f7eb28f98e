using Infra.Tests.Support;

namespace Infra.Tests.Stack.Quotas;

public sealed class QuotaRulesTests
{
    public static TheoryData<string> Cases => [.. QuotaCases.All.Keys];

    // A hundred services behind a load balancer are as many rules of its security group, and a thousand ranges are beyond the usual sixty.
    [Theory]
    [MemberData(nameof(Cases))]
    public void Sum_AtTheQuota_IsAccepted(string name) => Assert.Equal(
        name is "target groups of a load balancer" or "most ranges of the load balancer" ? 1 : 0,
        TestConfigs.With(QuotaCases.All[name](0)).Warnings.Count(warning => warning.Message.Contains("AWS allows", StringComparison.Ordinal)));

    [Theory]
    [InlineData("target groups of a service", "app:service.tcpPorts: 5 ports and containerPort make 6 target groups; AWS allows 5 for a service")]
    [InlineData("target groups of a load balancer", "app:services: 101 services with a containerPort make 101 target groups; AWS allows 100 for a load balancer")]
    [InlineData("listeners of a network load balancer", "app:services.t0.tcpPorts: the services have 51 ports, each with a listener; AWS allows 50 for a network load balancer")]
    [InlineData("wildcards of a rule", "app:service.routing: hosts and paths have 7 wildcards in one rule; AWS allows 6 for a listener rule")]
    [InlineData("callbacks of sign-in", "app:domain.alternativeNames: 101 names make as many callback URLs for sign-in; AWS allows 100 for an app client")]
    [InlineData("most ranges of the load balancer", "app:loadBalancer.allowedCidrs: 501 ranges, for HTTP and for HTTPS of the domain, make 1,002 inbound rules; AWS allows 1,000 for a security group, each way and address family")]
    [InlineData("capacity providers", "app:cluster.instances: 19 kinds of instances and the 2 of Fargate make 21 capacity providers; AWS allows 20 for a cluster")]
    [InlineData("subnets of tasks", "app:existingNetwork.publicSubnetIds: 17 subnets; AWS allows 16 for the tasks of a service or job")]
    [InlineData("scaling policies", "app:service.scaling.steps: the steps and measures make 51 scaling policies; AWS allows 50 for a service")]
    [InlineData("scaling policies of metrics", "app:service.scaling.steps: the steps and measures make 51 scaling policies; AWS allows 50 for a service")]
    [InlineData("scaling policies of both ways", "app:service.scaling.steps: the steps and measures make 52 scaling policies; AWS allows 50 for a service")]
    [InlineData("schedules", "app:service.scaling.schedules: 201 schedules make 201 scheduled actions; AWS allows 200 for a service")]
    [InlineData("tasks with discovery", "app:service.discoveryName: leads to up to 1,001 tasks; AWS allows 1,000 for a service with a discoveryName")]
    [InlineData("lines of queues", "app:queues: 251 queues make 502 lines of app:dashboard; AWS allows 500 for a graph of a dashboard")]
    public void Sum_BeyondWhatAwsEverGrants_IsRefused(string name, string problem) => Assert.Equal([problem], Problems.Of(QuotaCases.All[name](1)));

    [Theory]
    [InlineData("rules of a load balancer", "services", "51 services with a containerPort make 102 rules; AWS allows 100 for a load balancer", "Rules per Application Load Balancer")]
    [InlineData("names of a certificate", "domain.alternativeNames", "11 names are on the certificate; AWS allows 10 for a certificate", "Domain names per ACM certificate")]
    [InlineData("ranges of the load balancer", "loadBalancer.allowedCidrs", "31 ranges, for HTTP and for HTTPS of the domain, make 62 inbound rules; AWS allows 60 for a security group, each way and address family", "Inbound or outbound rules per security group")]
    [InlineData("ranges of a port", "service.tcpPorts", "the allowedCidrs of all tcpPorts together make 61 inbound rules; AWS allows 60 for a security group, each way and address family", "Inbound or outbound rules per security group")]
    [InlineData("ports that a task reaches", "service.egressPorts", "the ports that the task may reach make 61 outbound rules; AWS allows 60 for a security group, each way and address family", "Inbound or outbound rules per security group")]
    [InlineData("interface endpoints", "network.interfaceEndpoints", "51 endpoints; AWS allows 50 for a VPC", "Interface VPC endpoints per VPC")]
    [InlineData("targets", "service.desiredCount", "1,001 tasks are as many targets; AWS allows 1,000 for a target group", "Targets per Target Group per Region")]
    [InlineData("event pattern", "jobs.react.event.pattern", "has 2,049 characters; AWS allows 2,048 for an event pattern", "Event pattern size")]
    [InlineData("rules of the event bus", "jobs", "the jobs with an event and app:notifications make 301 rules; AWS allows 300 for an event bus", "Rules per event bus")]
    public void Sum_BeyondWhatAwsRaisesOnRequest_IsWarnedOf(string name, string key, string warning, string quota) => Assert.Equal(
        [$"app:{key}: {warning} unless you have had \"{quota}\" raised in Service Quotas"],
        TestConfigs.With(QuotaCases.All[name](1)).Warnings.Select(found => found.ToString()).Where(text => text.Contains("AWS allows", StringComparison.Ordinal)));

    [Theory]
    [InlineData(1, 62, null)]
    [InlineData(2, 62, null)]
    [InlineData(1, 120, "app:service.secrets: 120 secrets make a policy of about 12,")]
    public void Secrets_OfATask_FitThePolicyThatReadsThem(int length, int count, string? problem)
    {
        var secrets = string.Join(',', Enumerable.Range(100, count).Select(number => $"\"{new string('S', length)}{number}\":{{\"generatedLength\":32}}"));

        var problems = Problems.Of(("service", $$"""{"secrets":{ {{secrets}} } }"""));

        Assert.Equal(problem is null ? 0 : 1, problems.Count);
        Assert.StartsWith(problem ?? "", problems.Count > 0 ? problems[0] : "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9_000, 0)]
    [InlineData(10_300, 1)]
    public void Permissions_OfATask_FitItsPolicy(int length, int problems) => Assert.Equal(
        problems,
        Problems.Of(("service", $$"""{"permissions":[{"actions":["s3:GetObject"],"resources":["arn:aws:s3:::{{new string('x', length)}}"]}]}"""))
            .Count(problem => problem.StartsWith("app:service.permissions: permissions, buckets, queues and volumes make a policy of about 10,", StringComparison.Ordinal)));

    [Theory]
    [InlineData(60_000, "", 0)]
    [InlineData(65_000, "", 1)]
    [InlineData(33_000, ",\"migration\":{\"command\":[\"up\"]}", 1)]
    public void Environment_OfATask_FitsItsDefinition(int length, string migration, int problems) => Assert.Equal(
        problems,
        Problems.Of(("service", $$"""{"environment":{"TEXT":"{{new string('x', length)}}"}{{migration}}}"""))
            .Count(problem => problem.StartsWith("app:service.environment: the variables and secrets", StringComparison.Ordinal)));
}
