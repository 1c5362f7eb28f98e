using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Infra.Sandbox.Terraform.Document;

/// <summary>Maps Terraform's positions in the document to the Pulumi program.</summary>
internal sealed partial class SourceMap
{
    private readonly ImmutableArray<PropertyOrigin?> _lines;
    private readonly FrozenDictionary<(string Address, string Path), PropertyOrigin> _properties;

    /// <param name="lines">The origin of each line of the document.</param>
    /// <param name="resources">The resources of the document by address.</param>
    public SourceMap(ImmutableArray<PropertyOrigin?> lines, IEnumerable<KeyValuePair<string, TerraformValue.Map>> resources)
    {
        _lines = lines;
        _properties = resources
            .SelectMany(resource => Origins("", resource.Value).Select(found => KeyValuePair.Create((resource.Key, found.Path), found.Origin)))
            .ToFrozenDictionary();
    }

    /// <summary>The origin of a line, counted from 1.</summary>
    public PropertyOrigin? AtLine(int line) => line > 0 && line <= _lines.Length ? _lines[line - 1] : null;

    /// <summary>
    /// The property for an attribute, or the closest property that contains it.
    /// </summary>
    /// <param name="address">The resource, <c>aws_lb_listener.dekart_lb_http</c>.</param>
    /// <param name="attributePath">As providers write it, <c>default_action.0.redirect.0.port</c> or with indexes in brackets; may be empty.</param>
    public PropertyOrigin? Of(string address, string attributePath)
    {
        for (var path = Normal(attributePath); ; path = path[..Math.Max(0, path.LastIndexOf('.'))])
        {
            if (_properties.TryGetValue((address, path), out var origin))
            {
                return origin;
            }

            if (path.Length == 0)
            {
                return null;
            }
        }
    }

    private static IEnumerable<(string Path, PropertyOrigin Origin)> Origins(string path, TerraformValue value)
    {
        var own = value.Origin is { } origin ? [(path, origin)] : Array.Empty<(string, PropertyOrigin)>();
        var inner = value switch
        {
            TerraformValue.List list => list.Items.SelectMany((item, index) => Origins(Join(path, $"{index}"), item)),
            TerraformValue.Map map => map.Entries.SelectMany(entry => Origins(Join(path, entry.Key), entry.Value)),
            _ => [],
        };
        return own.Concat(inner);
    }

    private static string Join(string path, string part) => path.Length == 0 ? part : $"{path}.{part}";

    private static string Normal(string path) => Brackets().Replace(path, ".$1").TrimStart('.');

    [GeneratedRegex("""\[\"?([^\]\"]*)\"?\]""")]
    private static partial Regex Brackets();
}
