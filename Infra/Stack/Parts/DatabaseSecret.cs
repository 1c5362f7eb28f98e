namespace Infra.Stack.Parts;

/// <summary>What to hand out of the database's credentials.</summary>
internal enum DatabaseSecret
{
    /// <summary>the password</summary>
    Password,

    /// <summary>postgres://user:password@host:port/name?sslmode=…</summary>
    Url,

    /// <summary>ecto://user:password@host:port/name?ssl=…, as Elixir's Ecto reads it</summary>
    EctoUrl,
}
