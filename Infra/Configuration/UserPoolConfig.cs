using Infra.Configuration.Binding;

namespace Infra.Configuration;

/// <summary>A Cognito user pool that the stack makes. Users sign in with their e-mail address, in upper or lower case, and may add an authenticator app as a second factor.</summary>
internal sealed record UserPoolConfig
{
    /// <summary>First label of the sign-in page's address; unique in its region among all of AWS.</summary>
    [Pattern("^(?!.*(aws|amazon|cognito))[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", "1 to 63 lower-case letters, digits and dashes, without the words aws, amazon and cognito")]
    public required string DomainPrefix { get; init; }

    /// <summary>Refuse to delete the pool, and the users in it, until this is switched off.</summary>
    public required bool DeletionProtection { get; init; }
}
