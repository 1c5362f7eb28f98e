namespace Infra.Planning;

/// <summary>The names that <c>${…}</c> may hold in a stack file.</summary>
internal static class PlaceholderNames
{
    public const string AwsRegion = "aws.region";
    public const string AwsAccountId = "aws.accountId";
    public const string ClusterName = "cluster.name";
    public const string ServiceName = "service.name";
    public const string ServiceHost = "service.host";
    public const string ServiceUrl = "service.url";
    public const string ServiceArn = "service.arn";
    public const string DatabaseHost = "database.host";
    public const string DatabasePort = "database.port";
    public const string DatabaseName = "database.name";
    public const string DatabaseUsername = "database.username";

    private static readonly string[] Always =
        [AwsRegion, AwsAccountId, ClusterName, ServiceName, ServiceHost, ServiceUrl, ServiceArn];

    private static readonly string[] OfDatabase = [DatabaseHost, DatabasePort, DatabaseName, DatabaseUsername];

    public static string Bucket(string name) => $"bucket.{name}";

    /// <summary>The names known to a stack with or without a database and with these buckets.</summary>
    public static IReadOnlyList<string> For(bool hasDatabase, IEnumerable<string> buckets) =>
        [.. Always, .. hasDatabase ? OfDatabase : [], .. buckets.Select(Bucket)];
}
