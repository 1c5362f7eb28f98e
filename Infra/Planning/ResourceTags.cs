namespace Infra.Planning;

/// <summary>The tags of a resource: whose it is, what it is called, and what the stack file adds.</summary>
internal sealed record ResourceTags(ResourceNames Names, IReadOnlyDictionary<string, string> Additional)
{
    public IReadOnlyDictionary<string, string> For(string logicalName) => new Dictionary<string, string>(Additional)
    {
        ["Application"] = Names.Application,
        ["Stack"] = Names.Stack,
        ["Name"] = Names.Tag(logicalName),
    };
}
