using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Sandbox.Terraform;

/// <summary>The parsed path of a symbol: <c>domainValidationOptions[0].resourceRecordName</c>.</summary>
/// <param name="Steps">The properties from the outermost inwards.</param>
/// <param name="Part">The number of a subnet range in a block, after a <c>#</c>.</param>
internal sealed partial record SymbolPath(ImmutableArray<SymbolStep> Steps, int? Part)
{
    public static SymbolPath Parse(string path)
    {
        var (steps, part) = path.Split('#', 2) is [var before, var after] ? (before, (int?)Number(after)) : (path, null);
        return new SymbolPath([.. steps.Split('.').Select(Step)], part);
    }

    private static SymbolStep Step(string text) =>
        Indexed().Match(text) is { Success: true, Groups: [_, var name, var index] } ? new(name.Value, Number(index.Value)) : new(text, null);

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex("""^(.+)\[(\d+)\]$""")]
    private static partial Regex Indexed();
}

internal readonly record struct SymbolStep(string Name, int? Index);
