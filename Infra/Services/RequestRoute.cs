namespace Infra.Services;

/// <summary>A rule of a listener, as far as it decides which requests it takes.</summary>
internal sealed record RequestRoute
{
    /// <summary>Whose rule it is, in the words of the stack file.</summary>
    public required string Owner { get; init; }

    /// <summary>The rule with the lowest number is asked first.</summary>
    public required int Priority { get; init; }

    /// <summary>Hosts as patterns; none means any.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Paths as patterns; none means any.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Whether it needs no sign-in, beside a rule of the same owner that does.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Whether it takes every request that another one is for.</summary>
    public bool TakesAllOf(RequestRoute other) => TakesHostsOf(other) && TakesPathsOf(other);

    public bool TakesHostsOf(RequestRoute other) => CoverAll(Hosts, other.Hosts);

    public bool TakesPathsOf(RequestRoute other) => CoverAll(Paths, other.Paths);

    public bool TakesHost(string host) => Hosts.Count == 0 || Hosts.Any(pattern => RequestPatterns.Covers(pattern, host));

    public bool TakesPath(string path) => Paths.Count == 0 || Paths.Any(pattern => RequestPatterns.Covers(pattern, path));

    /// <summary>Whether both are for the same requests.</summary>
    public bool IsSameAs(RequestRoute other) => TakesAllOf(other) && other.TakesAllOf(this);

    private static bool CoverAll(IReadOnlyList<string> patterns, IReadOnlyList<string> others) =>
        patterns.Count == 0
        || (others.Count == 0 ? patterns.Any(RequestPatterns.IsAny) : others.All(other => patterns.Any(pattern => RequestPatterns.Covers(pattern, other))));
}
