using System.Text.RegularExpressions;
using Infra.Queueing;

namespace Infra.Stack.Parts;

/// <summary>The names that <c>${…}</c> may hold in a stack file.</summary>
internal static partial class PlaceholderNames
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
        [AwsRegion, AwsAccountId, ClusterName];

    private static readonly string[] OfService = [ServiceName, ServiceArn];

    private static readonly string[] OfWeb = [ServiceHost, ServiceUrl];

    private static readonly string[] OfDatabase = [DatabaseHost, DatabasePort, DatabaseName, DatabaseUsername];

    public static string Bucket(string name) => $"bucket.{name}";

    public static string Queue(string name) => $"queue.{name}";

    public static string Repository(string name) => $"repository.{name}";

    /// <summary>The name of a service in <c>cluster.namespace</c>.</summary>
    public static string Discovery(string name) => $"discovery.{name}";

    /// <summary>Whether a name stands for a part of what is needed to connect to the database.</summary>
    public static bool IsOfDatabase(string name) => OfDatabase.Contains(name);

    /// <summary>The name of the stack's own repository with which an image begins; null for another image.</summary>
    public static string? RepositoryIn(string image) => OwnRepository().Match(image) is { Success: true } match ? match.Groups["name"].Value : null;

    /// <summary>An image with a plain name in the place of the stack's own repository, to judge the rest of it.</summary>
    public static string WithoutRepository(string image) => OwnRepository().Replace(image, "repository");

    /// <summary>The names known to a stack.</summary>
    /// <param name="hasService">Whether it has <c>app:service</c>.</param>
    /// <param name="hasWeb">Whether it has a load balancer.</param>
    /// <param name="hasDatabase">Whether it has a database.</param>
    /// <param name="named">What it has by names of its own, such as <see cref="Bucket"/>.</param>
    public static IReadOnlyList<string> For(bool hasService, bool hasWeb, bool hasDatabase, IEnumerable<string> named) =>
        [.. Always, .. hasService ? OfService : [], .. hasWeb ? OfWeb : [], .. hasDatabase ? OfDatabase : [], .. named];

    // Only a tag or a digest may follow: with more path it would be another repository.
    [GeneratedRegex(@"^\$\{repository\.(?<name>[^}]*)\}(?=[:@]|\z)")]
    private static partial Regex OwnRepository();
}
