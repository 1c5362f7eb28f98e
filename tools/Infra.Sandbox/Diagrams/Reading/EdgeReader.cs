using System.Collections.Immutable;
using System.Text.Json;
using Infra.Sandbox.Diagrams.Model;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Diagrams.Reading;

/// <summary>Reads what stands between users and load balancers: names, sign-in and web ACL.</summary>
internal sealed class EdgeReader(StackIndex index, SecurityGroupReader groups)
{
    public const string Internet = "internet";

    public IEnumerable<DiagramNode> Read() =>
    [
        new DiagramNode { Id = Internet, Kind = NodeKind.Internet, Title = "Internet", Facts = InternetFacts() },
        .. Domain(),
        .. index.Of(Types.WebAcl).Select(WebAcl),
        .. SignIn(),
    ];

    private ImmutableArray<Fact> InternetFacts() =>
        groups.Sources() is { IsEmpty: false } sources ? sources
        : groups.ExistingGroups.Any() ? [new Fact("ports:existing", "through the existing load balancer")]
        : [new Fact("ports:none", "no connections allowed")];

    private IEnumerable<DiagramNode> Domain()
    {
        var records = index.Of(Types.DnsRecord).Where(record => record.Inputs.Items("aliases").Length > 0).ToList();
        string[] names = [.. records.Select(record => record.Inputs.Text("name")).OfType<string>().Distinct()];
        if (names.Length == 0)
        {
            yield break;
        }

        var certificates = index.Of(Types.Certificate).ToList();
        var facts = new FactList();
        foreach (var name in names.Skip(1))
        {
            facts.Add($"name:{name}", name);
        }

        facts.Add("records", certificates.Count > 0 ? "Route 53, ACM certificate" : "Route 53");
        yield return new DiagramNode
        {
            Id = "domain",
            Kind = NodeKind.Domain,
            Title = names[0],
            Facts = facts.ToImmutable(),
            Resources = [.. records.Concat(certificates).Select(node => node.Parent!.Value).Distinct()],
        };
    }

    private static DiagramNode WebAcl(ResourceNode acl)
    {
        using var rules = JsonDocument.Parse(acl.Inputs.Text("ruleJson") ?? "[]");
        var facts = new FactList();
        var groups = 0;
        foreach (var statement in rules.RootElement.EnumerateArray().Select(rule => rule.GetProperty("Statement")))
        {
            if (statement.TryGetProperty("RateBasedStatement", out var rate))
            {
                facts.Add("rate", $"{rate.GetProperty("Limit")} requests in 5 min per IP");
            }

            groups += statement.TryGetProperty("ManagedRuleGroupStatement", out _) ? 1 : 0;
        }

        facts.Add("groups", groups == 0 ? null : Quantities.Count(groups, "managed rule group"));
        return new DiagramNode { Id = "web-acl", Kind = NodeKind.WebAcl, Title = "Web ACL", Facts = facts.ToImmutable(), Resources = [acl.Parent!.Value] };
    }

    private IEnumerable<DiagramNode> SignIn()
    {
        var actions = index.Of(Types.ListenerRule).SelectMany(rule => rule.Inputs.Items("actions").OfType<PropertyValue.Map>()).ToList();
        var cognito = actions.Select(action => action.Map("authenticateCognito")).FirstOrDefault(action => !action.Entries.IsEmpty);
        var openId = actions.Select(action => action.Map("authenticateOidc")).FirstOrDefault(action => !action.Entries.IsEmpty);
        if ((cognito ?? openId) is not { } action)
        {
            yield break;
        }

        var pool = index.Find(cognito?.Text("userPoolArn"));
        yield return new DiagramNode
        {
            Id = "sign-in",
            Kind = NodeKind.SignIn,
            Title = "Sign-in",
            Facts = new FactList
            {
                { "provider", cognito is null ? action.Text("issuer") : pool is null ? $"Cognito domain {cognito.Text("userPoolDomain")}" : "Cognito user pool" },
                { "session", SessionText(action.Number("sessionTimeout")) },
            }.ToImmutable(),
            Resources = pool is null ? [] : [pool.Parent!.Value],
        };
    }

    private static string? SessionText(double? seconds) => seconds is not { } timeout ? null
        : TimeSpan.FromSeconds(timeout) is { TotalDays: >= 1 } days ? $"sessions of {Quantities.Count(Math.Round(days.TotalDays, 1), "day")}"
        : $"sessions of {Quantities.Count(Math.Round(timeout / 3600, 1), "hour")}";
}
