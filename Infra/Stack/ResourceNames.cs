using System.Text.RegularExpressions;

namespace Infra.Stack;

/// <summary>
/// The names that people meet in AWS. Logical names carry the application (<c>shop-database</c>); physical ones also
/// the stack (<c>shop-dev</c>), because stacks may share an account. Names that operators choose stand in a space of their own
/// (<c>shop-service-api</c>), so that none of them is reserved.
/// </summary>
internal sealed partial record ResourceNames(string Application, string Stack)
{
    private const int LongestLabel = 30;
    private const int HashLength = 8;

    /// <summary>
    /// The name of the whole deployment, for the few resources whose name an operator types. No two pairs of application and stack have
    /// the same one, not even in another case: a stack's name without a dash stands as it is, so that the last dash parts the two, and
    /// every other ends with a hash of the pair, as no such stack's does.
    /// </summary>
    public string Deployment => $"{Application}-{(IsPlain().IsMatch(Stack) ? Stack : HashedLabel())}";

    public string FlowLogGroup => $"/vpc/{Deployment}";

    /// <summary>The log of what happens in sessions of ECS Exec; services and jobs have theirs below <c>/ecs/</c>.</summary>
    public string ExecLogGroup => $"/ecs-exec/{Deployment}";

    /// <summary>The repository of this name in the configuration.</summary>
    public string Repository(string name) => $"{Deployment}/{name}";

    /// <summary>
    /// The capacity provider of EC2 instances. Its name is one for the whole account, and must not begin with <c>aws</c>, <c>ecs</c> or
    /// <c>fargate</c>, as an application may.
    /// </summary>
    public string CapacityProvider(string instances) => $"ec2-{Deployment}_{instances}";

    /// <summary>The alarm of this logical name. An alarm of a name that exists already would silently take its place.</summary>
    public string Alarm(string logicalName) => $"{Deployment}/{logicalName[(Application.Length + 1)..]}";

    /// <summary>The names of <c>app:service</c>, or of a further service.</summary>
    public TaskNames OfService(string? key = null) => new()
    {
        Logical = key is null ? Application : Logical($"service-{key}"),
        InCluster = key is null ? Application : Logical(key),
        Family = key is null ? Deployment : $"{Deployment}_service-{key}",
        MigrationFamily = key is null ? $"{Deployment}_migration" : $"{Deployment}_migration-{key}",
        LogGroup = key is null ? $"/ecs/{Deployment}" : $"/ecs/{Deployment}/service-{key}",
    };

    public TaskNames OfJob(string key) => new()
    {
        Logical = Logical($"job-{key}"),
        InCluster = Logical($"job-{key}"),
        Family = $"{Deployment}_job-{key}",
        LogGroup = $"/ecs/{Deployment}/job-{key}",
    };

    /// <summary>A logical name: the application's name for its central resource, otherwise the name and a suffix.</summary>
    public string Logical(string part) => $"{Application}-{part}";

    /// <summary>The Name tag of a resource: its logical name with the stack added after the application.</summary>
    public string Tag(string logicalName) =>
        logicalName == Application ? Deployment
        : logicalName.StartsWith(Application + "-", StringComparison.Ordinal) ? Deployment + logicalName[Application.Length..]
        : $"{Deployment}-{logicalName}";

    // Stack names may be long and hold more than AWS allows everywhere; an RDS identifier, for one, takes no two dashes in a row.
    private string HashedLabel()
    {
        var letters = Others().Replace(Stack.ToLowerInvariant(), "-");
        var cut = letters[..Math.Min(letters.Length, LongestLabel - HashLength - 1)].Trim('-');
        // No name of an application has a slash.
        var hash = ShortHash.Of($"{Application}/{Stack}", HashLength);
        return cut.Length > 0 ? $"{cut}-{hash}" : hash;
    }

    [GeneratedRegex("^(?![0-9a-f]{8}$)[a-z0-9]{1,30}\\z")]
    private static partial Regex IsPlain();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Others();
}
