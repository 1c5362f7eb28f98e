using System.Text.RegularExpressions;
using Infra.Configuration.Binding;
using static Infra.Stack.StackKeys;

namespace Infra.Stack.Rules;

/// <summary>
/// The characters, lengths and number of tags that AWS allows for every resource type of the stack. https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html for the case of keys, and for spaces
/// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-tags.html.
/// </summary>
internal static partial class TagRules
{
    private const int MaxTags = 50;
    private const int MaxValueLength = 256;
    private const string ReservedPrefix = "aws:";

    public static void Check(StackConfig config, RuleChecker rules)
    {
        rules.Check([Key(stack => stack.Tags)], () => TooManyProblem(config));
        rules.CheckEach([Key(stack => stack.Tags), Key(stack => stack.Cluster.Instances)], () =>
        {
            foreach (var (key, value) in config.Tags)
            {
                if ((KeyProblem(key, config) ?? ValueProblem(value)) is { } problem)
                {
                    rules.Add(Key(stack => stack.Tags).Named(key), problem);
                }
            }
        });
    }

    /// <summary>The keys that the stack sets itself, on some resources or on all.</summary>
    private static IReadOnlyList<string> OwnKeys(StackConfig config) =>
        [.. ResourceTags.OwnKeys, .. config.Cluster.Instances.Count > 0 ? [ResourceTags.ManagedByEcs] : (string[])[]];

    private static string? TooManyProblem(StackConfig config)
    {
        var own = OwnKeys(config);
        var allowed = MaxTags - own.Count;
        return config.Tags.Count > allowed
            ? $"{config.Tags.Count} tags; AWS allows {MaxTags} per resource, and the stack sets {Words.List(own, "and")}; keep at most {allowed}"
            : null;
    }

    private static string? KeyProblem(string key, StackConfig config) =>
        HasReservedPrefix(key) ? $"starts with {key[..ReservedPrefix.Length]}, which AWS reserves; choose another key"
        : HasOuterSpace(key) ? "starts or ends with a space, which load balancers refuse; remove it"
        : OwnKeys(config).FirstOrDefault(own => IsSame(own, key)) is { } taken
            ? $"is set by the stack itself{(taken == key ? "" : $" as {taken}, and IAM does not distinguish case")}; choose another key"
        : config.Tags.Keys.FirstOrDefault(other => other != key && IsSame(other, key)) is { } twin
            ? $"differs from {twin} in case only, and IAM does not distinguish case; keep one"
        : null;

    private static string? ValueProblem(string value) =>
        value.Length > MaxValueLength ? $"the value has {value.Length} characters; AWS allows {MaxValueLength}"
        : HasReservedPrefix(value) ? $"the value starts with {value[..ReservedPrefix.Length]}, which AWS reserves; change it"
        : HasOuterSpace(value) ? "the value starts or ends with a space, which load balancers refuse; remove it"
        : NotAllowed().Match(value) is { Success: true, Value: var found }
            ? $"the value contains {DisplayText.Of(found)}; AWS allows letters, digits, spaces and _ . : / = + - @ in tags"
        : null;

    private static bool IsSame(string key, string other) => key.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool HasReservedPrefix(string text) => text.StartsWith(ReservedPrefix, StringComparison.OrdinalIgnoreCase);

    private static bool HasOuterSpace(string text) => text.StartsWith(' ') || text.EndsWith(' ');

    [GeneratedRegex(@"[^\p{L}\p{N} _.:/=+@-]")]
    private static partial Regex NotAllowed();
}
