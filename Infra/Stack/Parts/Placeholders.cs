using Pulumi;

namespace Infra.Stack.Parts;

/// <summary>The values of the names in <c>${…}</c>.</summary>
internal sealed class Placeholders(IReadOnlyDictionary<string, Output<string>> values)
{
    public IEnumerable<string> Names => values.Keys;

    /// <summary>A text of the stack file with its names replaced by their values.</summary>
    public Output<string> Render(string text)
    {
        var template = TextTemplate.Parse(text);
        return OutputMaps
            .Join(template.Names.ToDictionary(name => name, name => values[name]))
            .Apply(known => template.Render(name => known[name]));
    }
}
