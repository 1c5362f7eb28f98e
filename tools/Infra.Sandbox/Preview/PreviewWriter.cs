using System.Globalization;
using Infra.Configuration.Binding;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Notices;

namespace Infra.Sandbox.Preview;

/// <summary>Prints a plan as <c>pulumi preview</c> does.</summary>
internal sealed class PreviewWriter(Terminal terminal)
{
    private readonly TextWriter _out = terminal.Out;

    public void Write(ResourceGraph graph, IReadOnlyList<Notice> notices, IReadOnlyList<ConfigProblem> warnings)
    {
        WriteTitle(graph);
        WriteTree(PreviewTree.LinesOf(graph));
        if (!graph.Outputs.Entries.IsEmpty)
        {
            _out.WriteLine();
            _out.WriteLine(terminal.Bold("Outputs:"));
            WriteEntries(graph.Outputs, indent: 4);
        }

        WriteEnd(graph, notices, warnings);
    }

    /// <summary>Prints a line for each part instead of each resource, and no outputs.</summary>
    public void WriteSummary(ResourceGraph graph, IReadOnlyList<Notice> notices, IReadOnlyList<ConfigProblem> warnings)
    {
        WriteTitle(graph);
        var parts = PreviewTree.PartsOf(graph);
        var (typeWidth, nameWidth) = (parts.Max(part => part.Type.Length), parts.Max(part => part.Name.Length));
        _out.WriteLine(terminal.Bold($"     {"Type".PadRight(typeWidth)}  {"Name".PadRight(nameWidth)}  Resources"));
        foreach (var part in parts)
        {
            _out.WriteLine($" {terminal.Green("+")}   {part.Type.PadRight(typeWidth)}  {part.Name.PadRight(nameWidth)}  {part.Resources,9}");
        }

        WriteEnd(graph, notices, warnings);
    }

    private void WriteTitle(ResourceGraph graph) => _out.WriteLine(terminal.Bold($"Previewing update ({graph.Stack}):"));

    private void WriteEnd(ResourceGraph graph, IReadOnlyList<Notice> notices, IReadOnlyList<ConfigProblem> warnings)
    {
        _out.WriteLine();
        _out.WriteLine(terminal.Bold("Resources:"));
        _out.WriteLine($"    {terminal.Green("+")} {graph.Resources.Length} to create");
        WriteRemarks("Notices:", "-", notices);
        WriteRemarks("Warnings:", terminal.Yellow("!"), warnings);
    }

    private void WriteRemarks(string heading, string mark, IReadOnlyList<object> remarks)
    {
        if (remarks.Count > 0)
        {
            _out.WriteLine();
            _out.WriteLine(terminal.Bold(heading));
            foreach (var remark in remarks)
            {
                _out.WriteLine($"    {mark} {remark}");
            }
        }
    }

    private void WriteTree(IReadOnlyList<PreviewLine> lines)
    {
        var typeWidth = lines.Max(line => line.Type.Length);
        var nameWidth = lines.Max(line => line.Name.Length);

        _out.WriteLine(terminal.Bold($"     {"Type".PadRight(typeWidth)}  {"Name".PadRight(nameWidth)}  Plan"));
        foreach (var line in lines)
        {
            var (type, name) = (line.Type.PadRight(typeWidth), line.Name.PadRight(nameWidth));
            _out.WriteLine($" {terminal.Green("+")}   {type}  {name}  {terminal.Green("create")}");
        }
    }

    private void WriteEntries(PropertyValue.Map map, int indent)
    {
        var width = map.Entries.Keys.Max(key => key.Length);
        foreach (var (key, value) in map.Entries)
        {
            _out.Write($"{Spaces(indent)}{key.PadRight(width)}: ");
            WriteValue(value, indent);
        }
    }

    private void WriteValue(PropertyValue value, int indent)
    {
        switch (value)
        {
            case PropertyValue.Map { Entries.IsEmpty: false } map when DisplayText.MarkOf(value) is null:
                _out.WriteLine('{');
                WriteEntries(map, indent + 4);
                _out.WriteLine($"{Spaces(indent)}}}");
                break;
            case PropertyValue.List { Items.IsEmpty: false } list:
                _out.WriteLine('[');
                WriteItems(list, indent + 4);
                _out.WriteLine($"{Spaces(indent)}]");
                break;
            default:
                _out.WriteLine(Single(value));
                break;
        }
    }

    private void WriteItems(PropertyValue.List list, int indent)
    {
        foreach (var (index, item) in list.Items.Index())
        {
            _out.Write($"{Spaces(indent)}[{index}]: ");
            WriteValue(item, indent);
        }
    }

    private static string Single(PropertyValue value) => DisplayText.MarkOf(value) ?? value switch
    {
        PropertyValue.Text text => DisplayText.Quote(text.Value),
        PropertyValue.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        PropertyValue.Flag flag => flag.Value ? "true" : "false",
        PropertyValue.Map => "{}",
        PropertyValue.List => "[]",
        _ => "null",
    };

    private static string Spaces(int count) => new(' ', count);
}
