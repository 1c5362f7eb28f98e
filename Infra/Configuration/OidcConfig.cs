using Infra.Configuration.Binding;

namespace Infra.Configuration;

/// <summary>An OpenID Connect provider; its discovery document lists these addresses.</summary>
internal sealed record OidcConfig
{
    private const string Https = "^https://[^\\s?#]+$";
    private const string HttpsMeaning = "an https:// address";

    /// <summary>The provider itself.</summary>
    [Pattern(Https, HttpsMeaning)]
    public required string Issuer { get; init; }

    /// <summary>Where users sign in.</summary>
    [Pattern(Https, HttpsMeaning)]
    public required string AuthorizationEndpoint { get; init; }

    /// <summary>Where the load balancer fetches tokens.</summary>
    [Pattern(Https, HttpsMeaning)]
    public required string TokenEndpoint { get; init; }

    /// <summary>Where it asks who the user is.</summary>
    [Pattern(Https, HttpsMeaning)]
    public required string UserInfoEndpoint { get; init; }

    /// <summary>The client registered there for this service.</summary>
    public required string ClientId { get; init; }

    /// <summary>Name of the encrypted configuration value with the client's secret, set by <c>pulumi config set --secret</c>.</summary>
    [Pattern(SecretConfig.ConfigKey, SecretConfig.ConfigKeyMeaning)]
    public required string ClientSecretConfig { get; init; }

    /// <summary>Ports of the addresses that the load balancer calls; users' browsers go to the others.</summary>
    public IReadOnlyList<int> CalledPorts =>
        [.. new[] { TokenEndpoint, UserInfoEndpoint }.Select(address => new Uri(address).Port).Distinct().Order()];
}
