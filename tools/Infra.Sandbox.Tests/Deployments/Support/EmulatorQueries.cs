using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Infra.Sandbox.Tests.Deployments.Support;

/// <summary>Queries that several stacks use.</summary>
internal static class EmulatorQueries
{
    private const string LoadBalancing = "elasticloadbalancing";
    private const string LoadBalancingVersion = "2015-12-01";
    private const string IamVersion = "2010-05-08";
    private const string Ecs = "AmazonEC2ContainerServiceV20141113";

    public static Task<XElement> LoadBalancersAsync(this EmulatorProbe probe) =>
        probe.QueryAsync(LoadBalancing, LoadBalancingVersion, "DescribeLoadBalancers");

    /// <summary>The listeners of all load balancers.</summary>
    public static async Task<XElement> ListenersAsync(this EmulatorProbe probe)
    {
        var listeners = new XElement("Listeners");
        foreach (var arn in (await probe.LoadBalancersAsync()).Descendants("LoadBalancerArn"))
        {
            var answer = await probe.QueryAsync(LoadBalancing, LoadBalancingVersion, "DescribeListeners", ("LoadBalancerArn", arn.Value));
            listeners.Add(answer.Descendants("Listeners").Elements("member"));
        }

        return listeners;
    }

    /// <summary>The rules of the listener on a port.</summary>
    public static Task<XElement> RulesAsync(this EmulatorProbe probe, XElement listeners, string port) => probe.QueryAsync(
        LoadBalancing, LoadBalancingVersion, "DescribeRules", ("ListenerArn", listeners.Listener(port).Element("ListenerArn")!.Value));

    public static XElement Listener(this XElement listeners, string port) =>
        listeners.Elements("member").Single(listener => listener.Element("Port")?.Value == port);

    public static Task<XElement> SecurityGroupRulesAsync(this EmulatorProbe probe) =>
        probe.QueryAsync("ec2", "2016-11-15", "DescribeSecurityGroupRules");

    public static async Task<JsonNode> ServiceAsync(this EmulatorProbe probe, string cluster, string name) =>
        (await probe.EcsAsync("DescribeServices", $$"""{ "cluster": "{{cluster}}", "services": ["{{name}}"] }"""))["services"]![0]!;

    public static async Task<JsonNode> TaskDefinitionAsync(this EmulatorProbe probe, string family) =>
        (await probe.EcsAsync("DescribeTaskDefinition", $$"""{ "taskDefinition": "{{family}}" }"""))["taskDefinition"]!;

    public static Task<JsonNode> EcsAsync(this EmulatorProbe probe, string action, string arguments) =>
        probe.CallAsync("ecs", $"{Ecs}.{action}", arguments);

    /// <summary>The only inline policy of a role.</summary>
    public static async Task<JsonNode> RolePolicyAsync(this EmulatorProbe probe, string role)
    {
        var names = await probe.QueryAsync("iam", IamVersion, "ListRolePolicies", ("RoleName", role));
        var name = names.Descendants("PolicyNames").Elements("member").Single().Value;
        var policy = await probe.QueryAsync("iam", IamVersion, "GetRolePolicy", ("RoleName", role), ("PolicyName", name));
        return JsonNode.Parse(Uri.UnescapeDataString(policy.Value("PolicyDocument")))!;
    }

    /// <summary>The ingress rules.</summary>
    public static IEnumerable<XElement> Ingress(this XElement rules) =>
        rules.Descendants("item").Where(rule => rule.Element("isEgress")?.Value == "false");

    /// <summary>The source security group of a rule.</summary>
    public static string Source(this XElement rule) => rule.Element("referencedGroupInfo")!.Value("groupId");

    /// <summary>An attribute of a queue.</summary>
    public static string QueueAttribute(this XElement attributes, string name) =>
        attributes.Descendants("Attribute").Single(attribute => attribute.Value("Name") == name).Element("Value")!.Value;

    /// <summary>The text of a descendant element.</summary>
    public static string Value(this XElement element, string name) => element.Descendants(name).First().Value;

    public static string Text(this JsonNode? node) => node!.GetValue<string>();
}
