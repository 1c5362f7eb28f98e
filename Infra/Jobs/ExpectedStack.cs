using Infra.LoadBalancing;
using Pulumi;

namespace Infra.Jobs;

internal sealed record ExpectedStackArgs
{
    /// <summary>The project, whose name the keys of the stack file begin with.</summary>
    public required string Project { get; init; }

    public required string Region { get; init; }

    public required Output<string> ClusterName { get; init; }

    /// <summary>The HTTP load balancer; null without one.</summary>
    public HttpEntry? HttpEntry { get; init; }

    public required Output<ImmutableDictionary<string, object>> Services { get; init; }

    public required Output<ImmutableDictionary<string, object>> Jobs { get; init; }
}

/// <summary>The state that AWS must reach after a deployment: names and ARNs, and no secrets.</summary>
internal static class ExpectedStack
{
    public static Output<ImmutableDictionary<string, object>> Create(ExpectedStackArgs args) => Output
        .Tuple(args.ClusterName, args.Services, args.Jobs, HttpsListener(args.HttpEntry))
        .Apply(known => new Dictionary<string, object>
        {
            ["project"] = args.Project,
            ["region"] = args.Region,
            ["cluster"] = known.Item1,
            ["services"] = known.Item2,
            ["jobs"] = known.Item3,
            ["httpsListener"] = known.Item4,
        }.ToImmutableDictionary());

    // Empty without a certificate of the stack, as with an existing load balancer.
    private static Output<ImmutableDictionary<string, string>> HttpsListener(HttpEntry? entry) => OutputMaps.Join(
        entry is { ListenerArn: { } listener, Tls: { } tls }
            ? new Dictionary<string, Output<string>> { ["listener"] = listener, ["certificate"] = tls.CertificateArn }
            : null);
}
