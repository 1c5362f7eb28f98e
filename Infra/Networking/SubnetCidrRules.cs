using Infra.Configuration.Binding;

namespace Infra.Networking;

/// <summary>Checks the CIDR blocks of subnets: one for each Availability Zone in each tier, none of which overlap.</summary>
/// <param name="rules">Receives the problems.</param>
/// <param name="findProblem">Finds a problem of a CIDR block that only some networks have.</param>
internal sealed class SubnetCidrRules(RuleChecker rules, Func<Ipv4Cidr, string?> findProblem)
{
    public const int SmallestSubnet = 28;

    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#subnets-load-balancer
    public const int SmallestPublicSubnet = 27;

    private readonly List<Ipv4Cidr> _taken = [];

    public static void CheckCount(KeyPath key, IReadOnlyList<string> cidrs, int zones, RuleChecker rules)
    {
        if (cidrs.Count != zones)
        {
            rules.Add(key, $"has {Phrase.Count(cidrs.Count, "range")} for {zones} zones; set one for each zone");
        }
    }

    public void CheckCidrs(KeyPath key, IReadOnlyList<string> cidrs, int smallest)
    {
        foreach (var (index, text) in cidrs.Index())
        {
            if ((AddressRanges.Ipv4Problem(text, "10.0.16.0/24") ?? Problem(Ipv4Cidr.Parse(text), smallest)) is { } problem)
            {
                rules.Add(key.Item(index), problem);
            }
        }
    }

    private string? Problem(Ipv4Cidr cidr, int smallest)
    {
        if (findProblem(cidr) is { } problem)
        {
            return problem;
        }

        var overlapping = _taken.Where(other => other.Overlaps(cidr)).Select(other => other.ToString()).FirstOrDefault();
        _taken.Add(cidr);
        return cidr.PrefixLength > smallest ? $"{cidr} is too small; use /{smallest} or larger"
            : overlapping is not null ? $"{cidr} overlaps the subnet {overlapping}"
            : null;
    }
}
