namespace Infra.Caching;

/// <summary>The names of the cache's resources. The API reference has the characters; the provider (5.100) and Pulumi limit the length.</summary>
internal static class CacheNames
{
    private const string Reference = "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/";
    private const string Characters = "a-z0-9-";

    // Begins with a letter, with single dashes and none at the end.
    private const string Invalid = "^[^a-z]|--|-$";

    public static IReadOnlyList<AwsName> All { get; } =
    [
        new("aws:elasticache/replicationGroup:ReplicationGroup", "replicationGroupId", 40, Characters, NameScope.Region, Reference + "API_CreateReplicationGroup.html")
        {
            Forbidden = Invalid,
        },
        new("aws:elasticache/serverlessCache:ServerlessCache", "name", 40, Characters, NameScope.Region, Reference + "API_CreateServerlessCache.html") { Forbidden = Invalid },
        new("aws:elasticache/subnetGroup:SubnetGroup", "name", 255, Characters, NameScope.Region, Reference + "API_CreateCacheSubnetGroup.html")
        {
            Forbidden = "^default\\z",
        },
        new("aws:elasticache/user:User", "userId", 40, Characters, NameScope.Region, Reference + "API_CreateUser.html") { Forbidden = Invalid },
        new("aws:elasticache/userGroup:UserGroup", "userGroupId", 40, Characters, NameScope.Region, Reference + "API_CreateUserGroup.html") { Forbidden = Invalid },
    ];
}
