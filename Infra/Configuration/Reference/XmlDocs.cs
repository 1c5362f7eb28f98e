using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace Infra.Configuration.Reference;

/// <summary>The summaries in the XML documentation of an assembly, each as a line of Markdown.</summary>
internal sealed class XmlDocs
{
    private readonly Dictionary<string, string> _summaries = [];
    private readonly Dictionary<string, string> _origins = [];

    private XmlDocs(XDocument document)
    {
        foreach (var member in document.Descendants("member"))
        {
            if (member.Attribute("name") is not { } name)
            {
                continue;
            }

            if (member.Element("summary") is { } summary)
            {
                _summaries[name.Value] = Flatten(summary);
            }
            else if (member.Element("inheritdoc")?.Attribute("cref") is { } origin)
            {
                _origins[name.Value] = origin.Value;
            }
        }
    }

    public static XmlDocs Load(Stream file) => new(XDocument.Load(file, LoadOptions.PreserveWhitespace));

    public static XmlDocs Parse(string xml) => new(XDocument.Parse(xml, LoadOptions.PreserveWhitespace));

    /// <summary>The summary of a type, property or enum member; null if it has none.</summary>
    public string? SummaryOf(MemberInfo member)
    {
        var name = member switch
        {
            Type type => $"T:{NameOf(type)}",
            PropertyInfo => $"P:{NameOf(member.DeclaringType!)}.{member.Name}",
            _ => $"F:{NameOf(member.DeclaringType!)}.{member.Name}",
        };
        return _summaries.GetValueOrDefault(_origins.GetValueOrDefault(name, name)) is { Length: > 0 } summary ? summary : null;
    }

    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    private static string Flatten(XElement summary)
    {
        var text = new StringBuilder();
        foreach (var node in summary.Nodes())
        {
            Append(text, node);
        }

        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Append(StringBuilder text, XNode node)
    {
        // In Markdown, an angle bracket would start an HTML tag.
        if (node is XText plain)
        {
            text.Append(plain.Value.Replace("<", "&lt;"));
        }
        else if (node is XElement element)
        {
            text.Append(element.Name.LocalName switch
            {
                "c" or "code" => Code(element.Value.Trim()),
                "see" or "paramref" => Reference(element),
                _ => $" {Flatten(element)} ",
            });
        }
    }

    private static string Reference(XElement element)
    {
        if (element.Attribute("href") is { } link)
        {
            return element.IsEmpty ? $"<{link.Value}>" : $"[{Flatten(element)}]({link.Value})";
        }

        if (!element.IsEmpty)
        {
            return Flatten(element);
        }

        var target = (element.Attribute("cref") ?? element.Attribute("langword") ?? element.Attribute("name"))?.Value ?? "";
        var name = target[(target.LastIndexOf('.') + 1)..];

        // Operators know properties and enum members by the names they write in YAML.
        return Code(target.StartsWith("P:", StringComparison.Ordinal) || target.StartsWith("F:", StringComparison.Ordinal)
            ? JsonNamingPolicy.CamelCase.ConvertName(name)
            : name);
    }

    private static string Code(string text) => text.Length > 0 ? $"`{text}`" : "";
}
