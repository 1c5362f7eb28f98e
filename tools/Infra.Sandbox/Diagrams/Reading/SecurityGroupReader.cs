using System.Collections.Immutable;
using System.Globalization;
using Infra.Sandbox.Diagrams.Model;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Diagrams.Reading;

/// <summary>Reads who may connect to whom from the rules of all security groups.</summary>
internal sealed class SecurityGroupReader
{
    private const string AnyIpv4 = "0.0.0.0/0";
    private const string AnyIpv6 = "::/0";

    private readonly StackIndex _index;

    public SecurityGroupReader(StackIndex index)
    {
        _index = index;
        Rules = [.. index.Of(Types.EgressRule).Select(rule => Read(rule, isIngress: false)), .. index.Of(Types.IngressRule).Select(rule => Read(rule, isIngress: true))];
    }

    public ImmutableArray<Rule> Rules { get; }

    /// <summary>The groups that rules name and that are not of the stack.</summary>
    public IEnumerable<string> ExistingGroups => Rules.SelectMany(rule => new[] { rule.From, rule.To })
        .Where(end => end.StartsWith("sg-", StringComparison.Ordinal))
        .Distinct();

    /// <summary>The name of a security group, as rules have it at their ends.</summary>
    public string? NameOf(IEnumerable<string> references) => references.Select(NameOf).FirstOrDefault();

    /// <summary>Address ranges from which the stack can be reached, each with its ports.</summary>
    public ImmutableArray<Fact> Sources() =>
    [
        .. Rules.Where(rule => rule is { IsIngress: true, IsFromAddresses: true })
            .GroupBy(rule => rule.From, StringComparer.Ordinal)
            .GroupBy(rules => string.Join(", ", PortsOf(rules)))
            .Select(same => new Fact($"ports:{same.Key}", $"{RangesText(same.Select(rules => rules.Key))}: {same.Key}")),
    ];

    /// <summary>The connections of a group to addresses, with their ports.</summary>
    /// <param name="group">The name of the group.</param>
    /// <param name="way">The way to the internet, after the ports.</param>
    public IEnumerable<Fact> WayOut(string? group, string way) => Rules
        .Where(rule => rule is { IsIngress: false, IsToAddresses: true } && rule.From == group)
        .GroupBy(rule => rule.To, StringComparer.Ordinal)
        .GroupBy(rules => string.Join(", ", PortsOf(rules)))
        .Select(same => new Fact($"out:{same.Key}", $"to {DestinationText(same.Select(rules => rules.Key))} {same.Key}{way}", FactSide.Right));

    /// <summary>The connections as arrows. Whoever comes from the internet comes from one node.</summary>
    public ImmutableArray<Arrow> Arrows(string internet) =>
    [
        .. Rules.Where(rule => !rule.IsToAddresses)
            .GroupBy(rule => (From: rule.IsFromAddresses ? internet : rule.From, rule.To))
            .Select(rules => new Arrow(rules.Key.From, rules.Key.To, [.. PortsOf(rules).Select(ports => new Fact(ports, ports))])),
    ];

    private string NameOf(string reference) =>
        _index.Find(reference) is { } group ? _index.ShortName(group, "security") : reference;

    private Rule Read(ResourceNode rule, bool isIngress)
    {
        var inputs = rule.Inputs;
        var owner = NameOf(inputs.Text("securityGroupId")!);
        var other = inputs.Text("referencedSecurityGroupId") is { } group ? NameOf(group)
            : inputs.Text("cidrIpv4") ?? inputs.Text("cidrIpv6") ?? inputs.Text("prefixListId") ?? "";
        return new Rule(isIngress ? other : owner, isIngress ? owner : other, PortsOf(inputs), isIngress);
    }

    private static (int First, int Last) PortsOf(PropertyValue.Map rule) => ((int)(rule.Number("fromPort") ?? 0), (int)(rule.Number("toPort") ?? 0));

    private static IEnumerable<string> PortsOf(IEnumerable<Rule> rules) => rules.Select(rule => rule.Ports)
        .Distinct()
        .Order()
        .Select(ports => ports.First == ports.Last
            ? ports.First.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{ports.First}–{ports.Last}"));

    private static string RangesText(IEnumerable<string> ranges) => ranges.ToList() switch
    {
        var all when all.Contains(AnyIpv4) => all.Contains(AnyIpv6) ? "anyone, IPv4 and IPv6" : "anyone",
        var some => string.Join(", ", some),
    };

    private static string DestinationText(IEnumerable<string> ranges) =>
        string.Join(", ", ranges.Select(range => range is AnyIpv4 or AnyIpv6 ? "internet" : range).Distinct());
}

/// <summary>A rule of a security group.</summary>
/// <param name="From">The sender: the name of a group of the stack, the id of another one, or a range of addresses.</param>
/// <param name="To">The receiver, likewise.</param>
/// <param name="Ports">The first and the last TCP port.</param>
/// <param name="IsIngress">Whether it stands at the receiver.</param>
internal sealed record Rule(string From, string To, (int First, int Last) Ports, bool IsIngress)
{
    public bool IsFromAddresses => From.Contains('/', StringComparison.Ordinal);

    public bool IsToAddresses => To.Contains('/', StringComparison.Ordinal);
}
