using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Infra.Sandbox.Checks;

/// <summary>Every control that AWS has for the types of resources that a stack can create.</summary>
internal static class ControlCatalog
{
    private const string SecurityHub = "https://docs.aws.amazon.com/securityhub/latest/userguide/";
    private const int BestPracticeColumn = 3;
    private const string WellArchitected = "https://docs.aws.amazon.com/wellarchitected/latest/framework/";

    private static readonly Lazy<ImmutableArray<Control>> Read = new(() => [.. CheckFacts.ReadColumns("controls").SelectMany(Parse)]);

    private static readonly Lazy<FrozenDictionary<string, Control>> ById = new(() => All.ToFrozenDictionary(control => control.Id));

    public static ImmutableArray<Control> All => Read.Value;

    /// <summary>A control by its ID; null for an ID that AWS does not have, or not for these types.</summary>
    public static Control? Find(string id) => ById.Value.GetValueOrDefault(id);

    /// <summary>The ids of a range: EC2.37, EC2.38 and EC2.39 for EC2.37-39.</summary>
    public static IEnumerable<string> Expand(string range)
    {
        if (range.Split('.') is not [var service, var numbers] || numbers.Split('-') is not [var first, var last])
        {
            return [range];
        }

        var start = Number(first);
        return Enumerable.Range(start, Number(last) - start + 1).Select(number => string.Create(CultureInfo.InvariantCulture, $"{service}.{number}"));
    }

    private static IEnumerable<Control> Parse(string[] columns)
    {
        var state = columns[1].Split(' ');
        return Expand(columns[0]).Select(id => state is ["checked", var severity, var standard, .. var page]
            ? new Control(id, ControlState.Checked, columns[2])
            {
                Severity = Enum.Parse<Severity>(severity, ignoreCase: true),
                Standard = StandardOf(standard),
                BestPractice = columns.ElementAtOrDefault(BestPracticeColumn),
                Page = page is [var name] ? new Uri($"{WellArchitected}{name}.html") : PageOf(id),
            }
            : new Control(id, Enum.Parse<ControlState>(columns[1], ignoreCase: true), columns[2]) { Page = PageOf(id) });
    }

    private static Standard StandardOf(string name) => name switch
    {
        "fsbp" => Standard.Foundational,
        "wa" => Standard.WellArchitected,
        _ => Standard.Other,
    };

    private static Uri PageOf(string id)
    {
        var name = id.ToLowerInvariant();
        return new Uri($"{SecurityHub}{name.Split('.')[0]}-controls.html#{name.Replace('.', '-')}");
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
