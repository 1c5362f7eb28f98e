using System.Collections.Immutable;
using Infra.Sandbox.Graph;
using static Infra.Stack.StackKeys;

namespace Infra.Sandbox.Checks.Controls;

/// <summary>The VPC.</summary>
internal static class NetworkControls
{
    private const string Vpc = "aws:ec2/vpc:Vpc";
    private const string Endpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";
    private const string NatGateway = "aws:ec2/natGateway:NatGateway";
    private const string Subnet = "aws:ec2/subnet:Subnet";
    private const string TaskDefinition = "aws:ecs/taskDefinition:TaskDefinition";
    private const string Repository = "aws:ecr/repository:Repository";
    private const string EcrHost = ".dkr.ecr.";
    private const string ParameterArn = ":ssm:";

    public static ImmutableArray<ControlRule> All { get; } =
    [
        new("EC2.6", FlowLogs),
        new("EC2.55", context => MissingEndpoint(context, "ecr.api", "images of tasks", PullsFromEcr)),
        new("EC2.56", context => MissingEndpoint(context, "ecr.dkr", "images of tasks", PullsFromEcr)),
        new("EC2.57", context => MissingEndpoint(context, "ssm", "parameters of tasks", ReadsParameters)),
        new("REL10-BP01", SingleNatGateway),
    ];

    private static IEnumerable<Violation> FlowLogs(CheckContext context) =>
        from vpc in context.Of(Vpc)
        where !context.IsUsedBy(vpc, "aws:ec2/flowLog:FlowLog")
        let key = context.Key(Key(stack => stack.Network!.FlowLogRetentionDays))
        select new Violation(vpc, key, "is not set, so no connection can be looked up after an incident", Remedy.Set(key, "90"));

    // AWS looks for the endpoints in every VPC; here only where tasks use the service.
    private static IEnumerable<Violation> MissingEndpoint(CheckContext context, string service, string what, Func<ResourceNode, bool> uses) =>
        from vpc in context.Of(Vpc)
        where !context.Of(Endpoint).Any(endpoint => endpoint.Inputs.Text("serviceName")?.EndsWith($".{service}", StringComparison.Ordinal) == true)
        where context.Of(TaskDefinition).Any(uses)
        let key = context.Key(Key(stack => stack.Network!.InterfaceEndpoints))
        let endpoints = context.Config.InterfaceEndpoints.Append(service)
        select new Violation(
            vpc,
            key,
            $"lacks {service}, so {what} come over the internet, with TLS",
            Remedy.Set(key, $"[{string.Join(", ", endpoints)}]", "An interface endpoint costs about 8 USD a month in each zone."));

    private static bool PullsFromEcr(ResourceNode task) =>
        CheckContext.ContainersOf(task).Select(container => container.GetProperty("image").GetString()!)
            .Any(image => image.Contains(EcrHost, StringComparison.Ordinal) || Symbol.In(image).Any(symbol => symbol.Resource.Type == Repository));

    private static bool ReadsParameters(ResourceNode task) =>
        CheckContext.ContainersOf(task)
            .Where(container => container.TryGetProperty("secrets", out _))
            .SelectMany(container => container.GetProperty("secrets").EnumerateArray())
            .Any(secret => secret.GetProperty("valueFrom").GetString()!.Contains(ParameterArn, StringComparison.Ordinal));

    public static IEnumerable<Violation> SingleNatGateway(CheckContext context) =>
        from gateway in context.Of(NatGateway)
        let zones = context.Of(Subnet).Select(subnet => subnet.Inputs.Text("availabilityZone")).Distinct().Count()
        where context.Of(NatGateway).Count() < zones
        let key = context.Key(Key(stack => stack.Network!.NatGateways))
        select new Violation(
            gateway,
            key,
            "is single, so tasks in all zones lose the internet when the zone of the NAT gateway fails",
            Remedy.Set(key, "onePerZone", "NAT gateways cost about 33 USD a month each."));
}
