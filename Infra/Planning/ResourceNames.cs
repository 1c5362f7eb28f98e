namespace Infra.Planning;

/// <summary>
/// The names that people meet in AWS. Logical names carry the application (<c>shop-database</c>); physical ones also
/// the stack (<c>shop-dev</c>), because stacks may share an account.
/// </summary>
internal sealed record ResourceNames(string Application, string Stack)
{
    private const int MaximumStackLength = 30;

    /// <summary>The name of the whole deployment, for the few resources whose name an operator types.</summary>
    public string Deployment => $"{Application}-{StackLabel}";

    /// <summary>The name of the service and of its container.</summary>
    public string Service => Application;

    public string LogGroup => $"/ecs/{Deployment}";

    public string FlowLogGroup => $"/vpc/{Deployment}";

    /// <summary>The name of the capacity provider of EC2 instances, which is one for the whole account.</summary>
    public string CapacityProvider(string instances) => $"{Deployment}-{instances}";

    // Stack names may hold more than AWS allows everywhere, and be long.
    private string StackLabel => string.Concat(Stack.ToLowerInvariant().Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-'))
        [..Math.Min(Stack.Length, MaximumStackLength)].Trim('-');

    /// <summary>A logical name: the application's name for its central resource, otherwise the name and a suffix.</summary>
    public string Logical(string part) => $"{Application}-{part}";

    /// <summary>The Name tag of a resource: its logical name with the stack added after the application.</summary>
    public string Tag(string logicalName) =>
        logicalName == Application ? Deployment
        : logicalName.StartsWith(Application + "-", StringComparison.Ordinal) ? Deployment + logicalName[Application.Length..]
        : $"{Deployment}-{logicalName}";
}
