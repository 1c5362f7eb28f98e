using System.Text.Json.Nodes;

namespace Infra.Caching;

/// <summary>Everything needed to connect to the cache.</summary>
internal sealed record CacheCredentials
{
    public const string TokenKey = "token";
    public const string UrlKey = "url";

    public required string Host { get; init; }

    /// <summary>The user of a serverless cache; nodes take the token alone.</summary>
    public string? Username { get; init; }

    public required string Token { get; init; }

    // Nothing needs escaping: the token is letters and digits. https://www.iana.org/assignments/uri-schemes/prov/rediss
    private string Url => $"rediss://{Username}:{Token}@{Host}:{CacheDescription.PortNumber}";

    public string Json()
    {
        var content = new JsonObject
        {
            ["engine"] = "valkey",
            ["host"] = Host,
            ["port"] = CacheDescription.PortNumber,
            [TokenKey] = Token,
            [UrlKey] = Url,
        };
        if (Username is not null)
        {
            content["username"] = Username;
        }

        return CanonicalJson.Text(content);
    }

    // The generated text would show the token.
    public override string ToString() => $"{Host}:{CacheDescription.PortNumber}";
}
