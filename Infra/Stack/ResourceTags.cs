namespace Infra.Stack;

/// <summary>The tags of a resource: whose it is, what it is called, and what the stack file adds.</summary>
internal sealed record ResourceTags(ResourceNames Names, IReadOnlyDictionary<string, string> Additional)
{
    /// <summary>The tag that ECS sets on the Auto Scaling groups that it manages.</summary>
    public const string ManagedByEcs = "AmazonECSManaged";

    private const string Name = "Name";
    private const string Application = "Application";
    private const string Stack = "Stack";

    /// <summary>The keys that every resource has.</summary>
    public static IReadOnlyList<string> OwnKeys { get; } = [Name, Application, Stack];

    public IReadOnlyDictionary<string, string> For(string logicalName) => new Dictionary<string, string>(Additional)
    {
        [Application] = Names.Application,
        [Stack] = Names.Stack,
        [Name] = Names.Tag(logicalName),
    };
}
