using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Costs.Savings;

/// <summary>Cheaper databases and caches.</summary>
internal static class DataSavings
{
    private const string Database = "aws:rds/instance:Instance";
    private const string Cache = "aws:elasticache/replicationGroup:ReplicationGroup";

    private static readonly string[] Sizes = ["micro", "small", "medium", "large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge"];

    public static IEnumerable<SavingCandidate> DatabaseClass(EditableStack stack) => stack.All(Database).SelectMany(database => OfType(
        stack, database, "instanceClass", "if the connections and the working set fit into the smaller memory: see FreeableMemory and CPUUtilization"));

    public static IEnumerable<SavingCandidate> CacheNode(EditableStack stack) => stack.All(Cache).SelectMany(cache => OfType(
        stack, cache, "nodeType", "if the data fits into the smaller memory: see DatabaseMemoryUsagePercentage"));

    public static IEnumerable<SavingCandidate> SingleZone(EditableStack stack) => stack.All(Database)
        .Where(database => database.Inputs.Flag("multiAz") == true && stack.Graph.Resources.All(node => !node.Settings.Protect))
        .Select(database => new SavingCandidate(
            $"{stack.BlockOf(database)}.multiAz: false",
            "if the database may be away for as long as RDS needs to restore it when its zone fails",
            stack.With(database, EditableStack.Set(database.Inputs, "multiAz", false))));

    private static IEnumerable<SavingCandidate> OfType(EditableStack stack, ResourceNode node, string input, string condition)
    {
        var type = node.Inputs.Text(input) ?? "";
        if (Smaller(type) is { } smaller)
        {
            yield return Candidate(smaller, condition);
        }

        if (Graviton.Equivalent(type) is { } graviton)
        {
            yield return Candidate(graviton, "the same size on Graviton; it restarts once");
        }

        SavingCandidate Candidate(string other, string why) =>
            new($"{stack.BlockOf(node)}.{input}: {other}", why, stack.With(node, EditableStack.Set(node.Inputs, input, other)));
    }

    private static string? Smaller(string type)
    {
        var dot = type.LastIndexOf('.');
        var size = Array.IndexOf(Sizes, type[(dot + 1)..]);
        return size > 0 ? $"{type[..dot]}.{Sizes[size - 1]}" : null;
    }
}
