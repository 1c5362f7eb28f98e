using System.Globalization;
using Infra.Tests.Support;

namespace Infra.Tests.Stack.Quotas;

/// <summary>Stacks that reach a quota of AWS exactly, and by how much more they exceed it.</summary>
internal static class QuotaCases
{
    public static IReadOnlyDictionary<string, Func<int, (string Key, string Json)[]>> All { get; } = new Dictionary<string, Func<int, (string Key, string Json)[]>>
    {
        ["target groups of a service"] = more => [("service", $$"""{"tcpPorts":[{{Ports(9000, 4 + more)}}]}""")],
        ["target groups of a load balancer"] = more => [("services", Web(99 + more))],
        ["rules of a load balancer"] = more =>
        [
            ("domain", Blocks.Domain), ("authentication", Blocks.UserPool), ("authentication", """{"publicPaths":["/hooks/*"]}"""),
            ("services", Web(49 + more, "/hooks/{0}/*")),
        ],
        ["listeners of a network load balancer"] = more => [("services", Tcp(50 + more))],
        ["wildcards of a rule"] = more => [("service", $$"""{"routing":{"paths":["/{{new string('*', 6 + more)}}"],"priority":10} }""")],
        ["names of a certificate"] = more => [("domain", Blocks.Domain), ("domain", $$"""{"alternativeNames":[{{Each(9 + more, "\"n{0}.example.com\"")}}]}""")],
        ["callbacks of sign-in"] = more =>
        [
            ("domain", """{"name":"shop.example.com","hostedZoneId":"Z0123","certificateArn":"arn:aws:acm:eu-central-1:123456789012:certificate/0a1b"}"""),
            ("domain", $$"""{"alternativeNames":[{{Each(99 + more, "\"n{0}.example.com\"")}}]}"""),
            ("authentication", Blocks.UserPool),
        ],
        ["ranges of the load balancer"] = more => [("domain", Blocks.Domain), ("loadBalancer", $$"""{"allowedCidrs":[{{Ranges(30 + more)}}]}""")],
        ["most ranges of the load balancer"] = more => [("domain", Blocks.Domain), ("loadBalancer", $$"""{"allowedCidrs":[{{Ranges(500 + more)}}]}""")],
        ["ranges of a port"] = more => [("service", $$"""{"tcpPorts":[{"port":9000,"allowedCidrs":[{{Ranges(60 + more)}}]}]}""")],
        ["ports that a task reaches"] = more => [("service", $$"""{"egressPorts":[443,{{Each(59 + more, "80{0:00}")}}]}""")],
        ["interface endpoints"] = more =>
            [("network", $$"""{"natGateways":"single","interfaceEndpoints":[{{Each(50 + more, "\"service{0}\"")}}]}""")],
        ["capacity providers"] = more =>
            [("cluster", $$"""{"containerInsights":"disabled","instances":{ {{Each(18 + more, "\"kind{0}\":" + Instances)}} } }""")],
        ["subnets of tasks"] = more =>
        [
            ("network", "-"), ("existingNetwork", $$"""{"vpcId":"vpc-0a000000","publicSubnetIds":[{{Each(16 + more, "\"subnet-{0:00000000}\"")}}]}"""),
        ],
        ["scaling policies"] = more => [("service", Scaling($$""" "steps":{ {{Each(50 + more, "\"step{0}\":" + Step)}} } """))],
        ["scaling policies of metrics"] = more => [("service", Scaling($$""" "cpuPercent":50,"metrics":{ {{Each(49 + more, "\"metric{0}\":" + Metric)}} } """))],
        ["scaling policies of both ways"] = more => [("service", Scaling($$""" "cpuPercent":50,"memoryPercent":50,"steps":{ {{Each(24 + more, "\"step{0}\":" + TwoWays)}} } """))],
        ["schedules"] = more => [("service", Scaling($$""" "schedules":{ {{Each(200 + more, "\"time{0}\":" + Schedule)}} } """))],
        ["tasks with discovery"] = more =>
        [
            ("cluster", """{"containerInsights":"disabled","namespace":"shop.internal"}"""),
            ("service", Number($$"""{"discoveryName":"shop","desiredCount":#,"containerPort":null}""", 1000 + more)),
        ],
        ["targets"] = more => [("service", Number("""{"desiredCount":#}""", 1000 + more))],
        ["event pattern"] = more => [("jobs", $$"""{"react":{"event":{"pattern":"{\"source\":[\"{{new string('x', 2033 + more)}}\"]}"} } }""")],
        ["rules of the event bus"] = more => [("jobs", $$"""{ {{Each(300 + more, "\"job{0}\":{{\"event\":{{\"pattern\":\"{{\\\"source\\\":[\\\"x\\\"]}}\"}}}}")}} }""")],
        ["lines of queues"] = more => [("dashboard", "true"), ("queues", $$"""{ {{Each(250 + more, "\"queue{0}\":{{}}")}} }""")],
    };

    private const string Instances = """{{"instanceType":"m7i.large","maximumInstances":4,"subnets":"public"}}""";
    private const string Step = """{{"metric":"cpu","scaleOut":[{{"aboveValue":80,"addTasks":1}}]}}""";
    private const string Metric = """{{"namespace":"Shop","metricName":"Sessions","targetValue":9}}""";
    private const string TwoWays = """{{"metric":"cpu","scaleInBelowValue":10,"scaleOut":[{{"aboveValue":80,"addTasks":1}}]}}""";
    private const string Schedule = """{{"expression":"rate({0}0 minutes)","minimumTasks":1,"maximumTasks":2}}""";

    private static string Each(int count, string format) => string.Join(
        ',', Enumerable.Range(1, count).Select(number => string.Format(CultureInfo.InvariantCulture, format, number)));

    private static string Number(string json, int number) => json.Replace("#", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static string Ports(int first, int count) => string.Join(
        ',', Enumerable.Range(first, count).Select(port => string.Create(CultureInfo.InvariantCulture, $$"""{"port":{{port}}}""")));

    private static string Ranges(int count) => string.Join(
        ',', Enumerable.Range(0, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"\"203.{number / 250}.{number % 250}.0/24\"")));

    private static string Scaling(string json) => $$"""{"scaling":{"minimumTasks":1,"maximumTasks":2,{{json}} } }""";

    private static string Web(int count, string path = "/w{0}/*")
    {
        const string Service = """ "w{0}":{{"image":"a:1","containerPort":81,"routing":{{"paths":["PATH"],"priority":{0}0}}}} """;
        return $"{{{Each(count, Service.Replace("PATH", path, StringComparison.Ordinal))}}}";
    }

    // Five ports each, so that no service has too many.
    private static string Tcp(int count) => $$"""{ {{string.Join(',', Enumerable.Range(0, count).Chunk(5).Select((ports, index) =>
        string.Create(CultureInfo.InvariantCulture, $$"""  "t{{index}}":{"image":"a:1","tcpPorts":[{{Ports(9000 + ports[0], ports.Length)}}]} """)))}} }""";
}
