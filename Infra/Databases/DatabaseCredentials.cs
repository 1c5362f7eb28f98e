using System.Text.Json.Nodes;

namespace Infra.Databases;

/// <summary>The content of the database's secret.</summary>
internal sealed record DatabaseCredentials
{
    public const string PasswordKey = "password";
    public const string UrlKey = "url";
    public const string EctoUrlKey = "ectoUrl";

    public required string Username { get; init; }

    public required string Password { get; init; }

    public required string Host { get; init; }

    public required int Port { get; init; }

    public required string DatabaseName { get; init; }

    public required bool RequiresTls { get; init; }

    // Nothing needs escaping: names are letters, digits and underscores, and the password has no special characters.
    private string Location => $"{Username}:{Password}@{Host}:{Port}/{DatabaseName}";

    private string Url => $"postgres://{Location}?sslmode={(RequiresTls ? "require" : "disable")}";

    // Ecto ignores sslmode and connects without TLS, and older versions do not start with it.
    // https://hexdocs.pm/ecto/Ecto.Repo.html#module-urls
    private string EctoUrl => $"ecto://{Location}?ssl={(RequiresTls ? "true" : "false")}";

    public string Json() => CanonicalJson.Text(new JsonObject
    {
        ["engine"] = "postgres",
        ["host"] = Host,
        ["port"] = Port,
        ["dbname"] = DatabaseName,
        ["username"] = Username,
        [PasswordKey] = Password,
        [UrlKey] = Url,
        [EctoUrlKey] = EctoUrl,
    });

    // The generated ToString of a record would show the password.
    public override string ToString() => $"{Username}@{Host}:{Port}/{DatabaseName}";
}
