using System.Text.RegularExpressions;

namespace Infra.Configuration.Rules;

/// <summary>The region, which Pulumi's AWS provider reads under a key of its own, and the zones in it.</summary>
internal static partial class RegionRules
{
    public const string Key = "aws:region";

    public static void Check(StackConfig config, RuleChecker rules)
    {
        var value = rules.Values.FindKey(Key);
        if (value is not { IsSecret: false, Text: { } region })
        {
            rules.AddKey(Key, $"{(value is null ? "is required" : "must not be encrypted")}; set it with `pulumi config set {Key} <region>`");
        }
        else if (!Shape().IsMatch(region))
        {
            rules.AddKey(Key, $"\"{region}\" is not a region; use a name such as eu-central-1");
        }
        else
        {
            rules.CheckEach(["network.zones"], () => CheckZones(config, region, rules));
        }
    }

    private static void CheckZones(StackConfig config, string region, RuleChecker rules)
    {
        foreach (var (index, zone) in (config.Network?.Zones ?? []).Index())
        {
            if (!zone.StartsWith(region, StringComparison.Ordinal))
            {
                rules.Add($"network.zones[{index}]", $"\"{zone}\" is not in {Key} {region}");
            }
        }
    }

    [GeneratedRegex("^[a-z]{2,}(-[a-z]+)+-[0-9]+$")]
    private static partial Regex Shape();
}
