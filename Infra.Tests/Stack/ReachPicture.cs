using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>
/// The rules of all security groups as one list of connections. A connection between two groups of the stack needs a rule at each
/// end; one that stands at one end only is marked, for nothing can use it.
/// </summary>
internal static class ReachPicture
{
    public static IEnumerable<string> Of(StackRun run)
    {
        var groups = KnownGroups(run);
        var outgoing = run.All<Vpc.SecurityGroupEgressRule>().Select(rule => Line(Owner(rule), Other(rule), rule)).ToHashSet();
        var incoming = run.All<Vpc.SecurityGroupIngressRule>().Select(rule => Line(Other(rule), Owner(rule), rule)).ToHashSet();
        return outgoing.Union(incoming)
            .Select(line => IsBetween(line, groups) && outgoing.Contains(line) != incoming.Contains(line)
                ? $"{line}  ({(outgoing.Contains(line) ? "out" : "in")} only)"
                : line)
            .Order(StringComparer.Ordinal);
    }

    private static HashSet<string> KnownGroups(StackRun run) =>
        [.. run.All<Ec2.SecurityGroup>().Select(group => Short($"SecurityGroup:{group.Name}"))];

    private static bool IsBetween(string line, HashSet<string> groups)
    {
        var ends = line.Split("  ")[0].Split(" -> ");
        return ends.All(groups.Contains);
    }

    private static string Line(string from, string to, RegisteredResource rule)
    {
        var (first, last) = (rule["fromPort"], rule["toPort"]);
        return $"{from} -> {to}  {rule["ipProtocol"]} {(first!.Equals(last) ? first : $"{first}-{last}")}";
    }

    private static string Owner(RegisteredResource rule) => Short((string)rule["securityGroupId"]!);

    private static string Other(RegisteredResource rule) =>
        Short((string?)rule["referencedSecurityGroupId"] ?? (string?)rule["cidrIpv4"] ?? (string)rule["cidrIpv6"]!);

    private static string Short(string id) =>
        id.IndexOf("-security-", StringComparison.Ordinal) is >= 0 and var at ? id[(at + "-security-".Length)..] : id;
}
