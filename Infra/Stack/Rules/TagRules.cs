using System.Text.RegularExpressions;
using Infra.Configuration.Binding;

namespace Infra.Stack.Rules;

/// <summary>
/// What AWS allows as tags of every type that the stack makes. https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html for the case of keys, and for spaces
/// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-tags.html.
/// </summary>
internal static partial class TagRules
{
    private const int Most = 50;
    private const int LongestValue = 256;
    private const string KeptByAws = "aws:";

    public static void Check(StackConfig config, RuleChecker rules)
    {
        rules.Check(["tags"], () => TooManyProblem(config));
        rules.CheckEach(["tags", "cluster.instances"], () =>
        {
            foreach (var (key, value) in config.Tags)
            {
                if ((KeyProblem(key, config) ?? ValueProblem(value)) is { } problem)
                {
                    rules.Add(ConfigKey.Member("tags", key), problem);
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
        var allowed = Most - own.Count;
        return config.Tags.Count > allowed
            ? $"{config.Tags.Count} tags; AWS allows {Most} for a resource, and the stack sets {Words.List(own, "and")} itself; keep at most {allowed}"
            : null;
    }

    private static string? KeyProblem(string key, StackConfig config) =>
        BeginsAsAws(key) ? $"begins with {key[..KeptByAws.Length]}, which AWS keeps for itself; choose another key"
        : HasOuterSpace(key) ? "begins or ends with a space, which load balancers do not take; remove it"
        : OwnKeys(config).FirstOrDefault(own => IsSame(own, key)) is { } taken
            ? $"is set by the stack itself{(taken == key ? "" : $" as {taken}, and IAM takes no two keys that differ in case only")}; choose another key"
        : config.Tags.Keys.FirstOrDefault(other => other != key && IsSame(other, key)) is { } twin
            ? $"differs from {twin} in case only, which IAM takes for the same key; keep one of them"
        : null;

    private static string? ValueProblem(string value) =>
        value.Length > LongestValue ? $"the value has {value.Length} characters; AWS allows {LongestValue}"
        : BeginsAsAws(value) ? $"the value begins with {value[..KeptByAws.Length]}, which AWS keeps for itself; write it otherwise"
        : HasOuterSpace(value) ? "the value begins or ends with a space, which load balancers do not take; remove it"
        : NotAllowed().Match(value) is { Success: true, Value: var found }
            ? $"the value has {DisplayText.Of(found)} in it; AWS allows letters, digits, spaces and _ . : / = + - @ in tags"
        : null;

    private static bool IsSame(string key, string other) => key.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool BeginsAsAws(string text) => text.StartsWith(KeptByAws, StringComparison.OrdinalIgnoreCase);

    private static bool HasOuterSpace(string text) => text.StartsWith(' ') || text.EndsWith(' ');

    [GeneratedRegex(@"[^\p{L}\p{N} _.:/=+@-]")]
    private static partial Regex NotAllowed();
}
