namespace Infra.Stack.Rules;

/// <summary>
/// The configuration of Pulumi's AWS provider 7.48, which refuses any other key when it starts.
/// https://www.pulumi.com/registry/packages/aws/installation-configuration/
/// </summary>
internal static class AwsProviderKeys
{
    public static readonly IReadOnlyList<string> All =
    [
        "accessKey", "allowedAccountIds", "assumeRoleWithWebIdentity", "assumeRoles", "customCaBundle", "defaultTags",
        "ec2MetadataServiceEndpoint", "ec2MetadataServiceEndpointMode", "endpoints", "forbiddenAccountIds", "httpProxy", "httpsProxy",
        "ignoreTags", "insecure", "maxRetries", "noProxy", "profile", "region", "retryMode", "s3UsEast1RegionalEndpoint", "s3UsePathStyle",
        "secretKey", "sharedConfigFiles", "sharedCredentialsFiles", "skipCredentialsValidation", "skipMetadataApiCheck",
        "skipRegionValidation", "skipRequestingAccountId", "stsRegion", "tagPolicyCompliance", "token", "tokenBucketRateLimiterCapacity",
        "useDualstackEndpoint", "useFipsEndpoint", "userAgents",
    ];
}
