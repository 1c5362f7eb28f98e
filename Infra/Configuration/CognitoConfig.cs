using Infra.Configuration.Binding;

namespace Infra.Configuration;

/// <summary>A Cognito user pool that exists already. Its client must have a secret and allow <c>https://‹domain›/oauth2/idpresponse</c> as a callback.</summary>
internal sealed record CognitoConfig
{
    /// <summary>The user pool.</summary>
    [Arn("cognito-idp", "userpool/[A-Za-z0-9-]+_[A-Za-z0-9]+", "the ARN of a Cognito user pool")]
    public required string UserPoolArn { get; init; }

    /// <summary>The app client in it.</summary>
    [Pattern("^[A-Za-z0-9_+]{1,128}$", "a Cognito app client id")]
    public required string UserPoolClientId { get; init; }

    /// <summary>The pool's domain: the prefix of an Amazon Cognito domain, or a whole custom domain.</summary>
    [Pattern("^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$", "a domain prefix or a domain name")]
    public required string UserPoolDomain { get; init; }
}
