using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Infra.Sandbox.Deployments.Emulators;

/// <summary>Creates an existing load balancer with its listeners; names identify them.</summary>
/// <param name="emulator">The emulator.</param>
/// <param name="region">The AWS region.</param>
/// <param name="network">The load balancer's network; the target group is added to its IDs.</param>
/// <param name="cancellation">Cancels the calls.</param>
internal sealed class LoadBalancerSeed(EmulatorClient emulator, string region, SeededNetwork network, CancellationToken cancellation)
{
    public async Task EnsureAsync(ExistingBalancer balancer)
    {
        var arn = await FindAsync("LoadBalancer", balancer.Name) ?? await CreateBalancerAsync(balancer);
        if (balancer.TargetGroupArn is { } groupArn)
        {
            var name = groupArn.Split('/')[1];
            network.Ids[groupArn] = await FindAsync("TargetGroup", name) ?? await CreateTargetGroupAsync(name, network.VpcId);
        }

        var present = await CallAsync("DescribeListeners", [new("LoadBalancerArn", arn)]);
        var ports = present.Descendants("Port").Select(port => port.Value).ToHashSet();
        foreach (var listener in balancer.Listeners.Where(listener => !ports.Contains(Text(listener.Port))))
        {
            await CreateListenerAsync(arn, listener, balancer.TargetGroupArn);
        }
    }

    private async Task<string?> FindAsync(string kind, string name)
    {
        var answer = await CallAsync($"Describe{kind}s", []);
        return answer.Descendants("member").FirstOrDefault(member => member.Element($"{kind}Name")?.Value == name)?.Element($"{kind}Arn")!.Value;
    }

    private async Task<string> CreateBalancerAsync(ExistingBalancer balancer)
    {
        var answer = await CallAsync(
            "CreateLoadBalancer",
            [
                new("Name", balancer.Name),
                new("Type", "application"),
                new("Scheme", balancer.IsInternal ? "internal" : "internet-facing"),
                new("SecurityGroups.member.1", network.Ids[balancer.SecurityGroupId]),
                .. SubnetIdsOf(balancer).Select((id, index) => KeyValuePair.Create($"Subnets.member.{index + 1}", id)),
            ]);
        return answer.Descendants("LoadBalancerArn").First().Value;
    }

    private IEnumerable<string> SubnetIdsOf(ExistingBalancer balancer) =>
        balancer.SubnetIds.IsEmpty ? network.SubnetIds : balancer.SubnetIds.Select(id => network.Ids[id]);

    private async Task<string> CreateTargetGroupAsync(string name, string vpcId)
    {
        var answer = await CallAsync(
            "CreateTargetGroup",
            [new("Name", name), new("Protocol", "HTTP"), new("Port", "80"), new("VpcId", vpcId), new("TargetType", "ip")]);
        return answer.Descendants("TargetGroupArn").First().Value;
    }

    private async Task CreateListenerAsync(string balancerArn, ExistingListener listener, string? targetGroupArn)
    {
        KeyValuePair<string, string>[] certificate = listener.IsHttps
            ? [new("Certificates.member.1.CertificateArn", await RequestCertificateAsync())]
            : [];
        await CallAsync(
            "CreateListener",
            [
                new("LoadBalancerArn", balancerArn),
                new("Port", Text(listener.Port)),
                new("Protocol", listener.IsHttps ? "HTTPS" : "HTTP"),
                .. certificate,
                .. targetGroupArn is null ? NotFound() : Forward(network.Ids[targetGroupArn]),
            ]);
    }

    private static KeyValuePair<string, string>[] NotFound() =>
    [
        new("DefaultActions.member.1.Type", "fixed-response"),
        new("DefaultActions.member.1.FixedResponseConfig.StatusCode", "404"),
        new("DefaultActions.member.1.FixedResponseConfig.ContentType", "text/plain"),
    ];

    private static KeyValuePair<string, string>[] Forward(string targetGroupArn) =>
        [new("DefaultActions.member.1.Type", "forward"), new("DefaultActions.member.1.TargetGroupArn", targetGroupArn)];

    private async Task<string> RequestCertificateAsync()
    {
        var arguments = new JsonObject { ["DomainName"] = "existing.example.com", ["ValidationMethod"] = "DNS" };
        var answer = await emulator.CallAsync("acm", region, "CertificateManager.RequestCertificate", arguments, cancellation);
        return answer["CertificateArn"]!.GetValue<string>();
    }

    private Task<XElement> CallAsync(string action, IEnumerable<KeyValuePair<string, string>> arguments) =>
        emulator.QueryAsync(QueryService.LoadBalancing, region, action, arguments, cancellation);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
