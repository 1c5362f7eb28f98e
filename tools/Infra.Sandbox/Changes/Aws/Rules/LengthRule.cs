using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Aws.Rules;

/// <summary>The greatest length of a list.</summary>
/// <param name="type">The type.</param>
/// <param name="input">The list; it may be inside the items of another.</param>
/// <param name="limit">Its greatest length.</param>
/// <param name="code">AWS's error.</param>
internal sealed class LengthRule(string type, string input, int limit, string code) : AwsRule
{
    public override IEnumerable<Refusal> OnCreate(AwsState state, LiveResource created) =>
        created.Type == type
            ? Lists(created.Inputs, input.Split('.')).Where(list => list.Items.Length > limit).Select(list => new Refusal(
                $"{code}: {created.Title} has {list.Items.Length} {input[(input.LastIndexOf('.') + 1)..]}, and AWS accepts {limit}.",
                $"Keep at most {limit}."))
            : [];

    public override IEnumerable<Refusal> OnUpdate(AwsState state, LiveResource before, LiveResource after) => OnCreate(state, after);

    private static IEnumerable<PropertyValue.List> Lists(PropertyValue? value, string[] steps) => (value, steps) switch
    {
        (PropertyValue.List list, []) => [list],
        (PropertyValue.List list, _) => list.Items.SelectMany(item => Lists(item, steps)),
        (PropertyValue.Map map, [var step, .. var rest]) => Lists(map.Find(step), rest),
        _ => [],
    };
}
