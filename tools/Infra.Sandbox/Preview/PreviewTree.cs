using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Preview;

/// <summary>A row of the tree: the indented type and the name of a resource.</summary>
internal sealed record PreviewLine(string Type, string Name);

/// <summary>A part of a stack, and the number of its resources.</summary>
internal sealed record PreviewPart(string Type, string Name, int Resources);

/// <summary>Lays out the resources as the Pulumi CLI does.</summary>
internal static class PreviewTree
{
    public static IReadOnlyList<PreviewLine> LinesOf(ResourceGraph graph)
    {
        var children = graph.Resources.Skip(1).ToLookup(node => node.Parent!.Value);
        var lines = new List<PreviewLine>();
        Add(graph.Resources[0], "", "");
        return lines;

        void Add(ResourceNode node, string branch, string indent)
        {
            lines.Add(new PreviewLine(branch + ShortType(node.Key.Type), node.Key.Name));
            var below = children[node.Key].ToList();
            foreach (var child in below)
            {
                var isLast = child == below[^1];
                Add(child, indent + (isLast ? "└─ " : "├─ "), indent + (isLast ? "   " : "│  "));
            }
        }
    }

    /// <summary>The children of the stack, each with the number of resources below it.</summary>
    public static IReadOnlyList<PreviewPart> PartsOf(ResourceGraph graph)
    {
        var children = graph.Resources.Skip(1).ToLookup(node => node.Parent!.Value);
        return [.. children[graph.Resources[0].Key].Select(part => new PreviewPart(ShortType(part.Key.Type), part.Key.Name, Count(part)))];

        int Count(ResourceNode node) => 1 + children[node.Key].Sum(Count);
    }

    /// <summary>A type without its module's file: <c>aws:ec2:Vpc</c> for <c>aws:ec2/vpc:Vpc</c>.</summary>
    public static string ShortType(string type) =>
        type.Split(':') is [var package, var module, var name] && module.Split('/') is [var folder, var file] && IsFileOf(name, file)
            ? $"{package}:{folder}:{name}"
            : type;

    private static bool IsFileOf(string name, string file) => file == char.ToLowerInvariant(name[0]) + name[1..];
}
