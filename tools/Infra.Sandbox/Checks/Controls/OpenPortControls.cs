using System.Collections.Immutable;
using Infra.Sandbox.Graph;
using static Infra.Stack.StackKeys;

namespace Infra.Sandbox.Checks.Controls;

/// <summary>Ports that security groups open to every address.</summary>
internal static class OpenPortControls
{
    private const string IngressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string AnyIpv4 = "0.0.0.0/0";
    private const string AnyIpv6 = "::/0";
    private const int Ssh = 22;
    private const int RemoteDesktop = 3389;

    // https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-18
    private static readonly int[] AuthorizedPorts = [80, 443];

    // https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-19
    private static readonly int[] HighRiskPorts =
        [20, 21, 22, 23, 25, 110, 135, 143, 445, 1433, 1434, 3000, 3306, 3389, 4333, 5000, 5432, 5500, 5601, 8080, 8088, 8888, 9200, 9300];

    public static ImmutableArray<ControlRule> All { get; } =
    [
        new("EC2.13", context => Open(context, port => port == Ssh, AnyIpv4, AnyIpv6)),
        new("EC2.14", context => Open(context, port => port == RemoteDesktop, AnyIpv4, AnyIpv6)),
        new("EC2.18", context => Open(context, port => !AuthorizedPorts.Contains(port), AnyIpv4, AnyIpv6)),
        new("EC2.19", context => Open(context, HighRiskPorts.Contains, AnyIpv4, AnyIpv6)),
        new("EC2.53", context => Open(context, IsAdministration, AnyIpv4)),
        new("EC2.54", context => Open(context, IsAdministration, AnyIpv6)),
    ];

    private static bool IsAdministration(int port) => port is Ssh or RemoteDesktop;

    private static IEnumerable<Violation> Open(CheckContext context, Func<int, bool> isWrong, params string[] ranges) =>
        from rule in context.Of(IngressRule)
        where ranges.Contains(rule.Inputs.Text("cidrIpv4") ?? rule.Inputs.Text("cidrIpv6"))
        where rule.Inputs.Find("fromPort") is PropertyValue.Number && rule.Inputs.Find("toPort") is PropertyValue.Number
        let port = PortsOf(rule).Where(isWrong).Cast<int?>().FirstOrDefault()
        where port is not null
        let key = KeyOf(rule, port.Value, context)
        select new Violation(
            rule,
            key,
            $"opens port {port} to every address on the internet",
            Remedy.Set(key, "[203.0.113.0/24]", "Put in the addresses of those who need the port."));

    /// <summary>The key that opens a port to a security group.</summary>
    public static string KeyOf(ResourceNode rule, int port, CheckContext context) =>
        OpenPorts.KeyOf(port, context.KeyOf(rule) == context.Key(Key(stack => stack.LoadBalancer)), context.Config) is { } path
            ? context.Key(path)
            : context.KeyOf(rule);

    private static IEnumerable<int> PortsOf(ResourceNode rule)
    {
        var (from, to) = (((PropertyValue.Number)rule.Inputs.Find("fromPort")!).Value, ((PropertyValue.Number)rule.Inputs.Find("toPort")!).Value);
        return Enumerable.Range((int)from, (int)(to - from) + 1);
    }
}
