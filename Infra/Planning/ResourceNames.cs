namespace Infra.Planning;

/// <summary>
/// The names that people meet in AWS. Logical names carry the application (<c>shop-database</c>); physical ones also
/// the stack (<c>shop-dev</c>), because stacks may share an account.
/// </summary>
internal sealed record ResourceNames(string Application, string Stack)
{
    private const int MaximumStackLength = 30;

    // What stands behind the application in the logical names of the stack's own parts, those of app:service included.
    private static readonly string[] Reserved =
    [
        "alarms", "alt", "backup", "bucket-events", "certificate", "cluster", "dashboard", "database", "discovery", "dns", "endpoints",
        "everything", "files", "firewall", "lb", "network", "night", "nlb", "notices", "notifications", "public-paths", "queues", "redirect",
        "repositories", "scaling", "security", "storage", "task", "traffic", "users",
    ];

    /// <summary>The name of the whole deployment, for the few resources whose name an operator types.</summary>
    public string Deployment => $"{Application}-{StackLabel}";

    public string FlowLogGroup => $"/vpc/{Deployment}";

    /// <summary>The log of what happens in sessions of ECS Exec; services and jobs have theirs below <c>/ecs/</c>.</summary>
    public string ExecLogGroup => $"/ecs-exec/{Deployment}";

    /// <summary>The repository of this name in the configuration.</summary>
    public string Repository(string name) => $"{Deployment}/{name}";

    /// <summary>The name of the capacity provider of EC2 instances, which is one for the whole account.</summary>
    public string CapacityProvider(string instances) => $"{Deployment}-{instances}";

    // Stack names may hold more than AWS allows everywhere, and be long.
    private string StackLabel => string.Concat(Stack.ToLowerInvariant().Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-'))
        [..Math.Min(Stack.Length, MaximumStackLength)].Trim('-');

    /// <summary>Whether a further service of that name would meet a part of the stack.</summary>
    public static bool IsReserved(string key) =>
        Reserved.Any(part => key == part || key.StartsWith($"{part}-", StringComparison.Ordinal)) || key.StartsWith("job-", StringComparison.Ordinal);

    /// <summary>The names of <c>app:service</c>, or of a further service.</summary>
    public TaskNames OfService(string? key = null) => key is null
        ? new TaskNames(Application, Deployment, $"/ecs/{Deployment}")
        : Of(key);

    public TaskNames OfJob(string key) => Of($"job-{key}");

    /// <summary>A logical name: the application's name for its central resource, otherwise the name and a suffix.</summary>
    public string Logical(string part) => $"{Application}-{part}";

    /// <summary>The Name tag of a resource: its logical name with the stack added after the application.</summary>
    public string Tag(string logicalName) =>
        logicalName == Application ? Deployment
        : logicalName.StartsWith(Application + "-", StringComparison.Ordinal) ? Deployment + logicalName[Application.Length..]
        : $"{Deployment}-{logicalName}";

    private TaskNames Of(string part) => new(Logical(part), $"{Deployment}-{part}", $"/ecs/{Deployment}/{part}");
}
