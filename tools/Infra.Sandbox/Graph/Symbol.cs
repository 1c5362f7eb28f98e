namespace Infra.Sandbox.Graph;

/// <summary>
/// A placeholder for a property that only AWS knows. It is a recognizable text,
/// <c>${aws:lb/loadBalancer:LoadBalancer::dekart-lb.dnsName}</c>, so that it can be found again after a program has put it into
/// other texts and JSON.
/// </summary>
/// <param name="Resource">The resource, or the provider function with a name derived from its arguments.</param>
/// <param name="Path">The property: <c>arn</c>, <c>items[0].name</c>, <c>ipv6CidrBlock#2</c> for the third subnet's range of a block.</param>
internal readonly record struct Symbol(ResourceKey Resource, string Path)
{
    private const string Opening = "${";
    private const char Closing = '}';
    private const string Separator = "::";
    private const string ConfigType = "pulumi:index:Config";

    /// <summary>An encrypted configuration value, which the sandbox cannot decrypt.</summary>
    public static Symbol OfConfig(string key) => new(new ResourceKey(ConfigType, key), "value");

    public bool IsConfig => Resource.Type == ConfigType;

    public override string ToString() => $"{Opening}{Resource.Type}{Separator}{Resource.Name}.{Path}{Closing}";

    public static bool IsIn(string text) => In(text).Any();

    /// <summary>The symbols in a text, in order.</summary>
    public static IEnumerable<Symbol> In(string text) =>
        text.Contains(Opening, StringComparison.Ordinal) ? Split(text).Select(part => part.Symbol).OfType<Symbol>() : [];

    /// <summary>The symbol that a text consists of, if any.</summary>
    public static Symbol? Parse(string text) =>
        text.StartsWith(Opening, StringComparison.Ordinal) && text.IndexOf(Closing) == text.Length - 1
            ? ParseContent(text[Opening.Length..^1])
            : null;

    /// <summary>Splits a text into symbols and the texts between them.</summary>
    public static IEnumerable<(string Text, Symbol? Symbol)> Split(string text)
    {
        var literal = 0;
        for (var start = Find(Opening, 0); start >= 0; start = Find(Opening, start + 1))
        {
            var end = text.IndexOf(Closing, start);
            if (end >= 0 && Parse(text[start..(end + 1)]) is { } symbol)
            {
                if (start > literal)
                {
                    yield return (text[literal..start], null);
                }

                literal = end + 1;
                yield return (text[start..literal], symbol);
            }
        }

        if (literal < text.Length)
        {
            yield return (text[literal..], null);
        }

        int Find(string what, int from) => text.IndexOf(what, from, StringComparison.Ordinal);
    }

    private static Symbol? ParseContent(string content)
    {
        if (content.Split(Separator, 2) is not [var type, var rest] || type.Count(character => character == ':') != 2)
        {
            return null;
        }

        // Names may contain dots; inside a path a dot only follows an index.
        var dot = rest.LastIndexOf('.');
        while (dot > 0 && rest[dot - 1] == ']')
        {
            dot = rest.LastIndexOf('.', dot - 1);
        }

        return dot > 0 && dot < rest.Length - 1 ? new Symbol(new ResourceKey(type, rest[..dot]), rest[(dot + 1)..]) : null;
    }
}
