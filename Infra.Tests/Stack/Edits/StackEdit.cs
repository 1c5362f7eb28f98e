using System.Text.Json.Nodes;

namespace Infra.Tests.Stack.Edits;

/// <summary>An edit of a stack file, to be done and undone.</summary>
/// <param name="Key">The key, the same for all entries of a map or list: <c>services.*.routing.priority</c>.</param>
/// <param name="Done">The edit in a word.</param>
/// <param name="Undone">The edit back.</param>
/// <param name="Wanted">The keys of the stack file after it.</param>
internal sealed record StackEdit(string Key, string Done, string Undone, JsonObject Wanted)
{
    public const string Added = "added";
    public const string Removed = "removed";
    public const string Changed = "changed";
    public const string ItemAdded = "item added";
    public const string ItemRemoved = "item removed";
    public const string ItemChanged = "item changed";
    public const string Renamed = "renamed";
    public const string Reordered = "reordered";
}
