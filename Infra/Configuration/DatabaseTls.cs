namespace Infra.Configuration;

/// <summary>Whether a client may connect to the database without TLS.</summary>
internal enum DatabaseTls
{
    /// <summary>refused; the connection URL asks for TLS</summary>
    Require,

    /// <summary>accepted, for applications that cannot speak TLS</summary>
    Allow,
}
