using Infra.Configuration.Binding;

namespace Infra.Services;

/// <summary>The conditions of a listener rule.</summary>
internal sealed record RequestRoute
{
    /// <summary>The key in the stack file that the rule belongs to.</summary>
    public required KeyPath Owner { get; init; }

    /// <summary>Rules are evaluated from the lowest priority to the highest.</summary>
    public required int Priority { get; init; }

    /// <summary>Host patterns; none means any host.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Path patterns; none means any path.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Whether the rule skips the sign-in that the service's other rules require.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Whether the rule matches every request that another one matches.</summary>
    public bool Covers(RequestRoute other) => CoversHosts(other) && CoversPaths(other);

    public bool CoversHosts(RequestRoute other) => CoverAll(Hosts, other.Hosts);

    public bool CoversPaths(RequestRoute other) => CoverAll(Paths, other.Paths);

    public bool MatchesHost(string host) => Hosts.Count == 0 || Hosts.Any(pattern => RequestPatterns.Covers(pattern, host));

    public bool MatchesPath(string path) => Paths.Count == 0 || Paths.Any(pattern => RequestPatterns.Covers(pattern, path));

    /// <summary>Whether both match the same requests.</summary>
    public bool IsSameAs(RequestRoute other) => Covers(other) && other.Covers(this);

    private static bool CoverAll(IReadOnlyList<string> patterns, IReadOnlyList<string> others) =>
        patterns.Count == 0
        || (others.Count == 0 ? patterns.Any(RequestPatterns.IsAny) : others.All(other => patterns.Any(pattern => RequestPatterns.Covers(pattern, other))));
}
