using System.Text.RegularExpressions;
using Infra.Configuration.Binding;

namespace Infra.Stack.Rules;

/// <summary>The region, which is a key of Pulumi's AWS provider, and its zones.</summary>
internal static partial class RegionRules
{
    public const string Key = "aws:region";
    public const string Pattern = "^[a-z]{2,}(-[a-z]+)+-[0-9]+$";

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
            rules.AddKey(Key, Regions.Check(region));
            if (rules.Region is not null)
            {
                CheckZones(StackKeys.Key(stack => stack.Network!.Zones), config.Network?.Zones, region, rules);
                CheckZones(StackKeys.Key(stack => stack.ExistingNetwork!.Zones), config.ExistingNetwork?.Zones, region, rules);
                CheckZones(StackKeys.Key(stack => stack.ExistingNetwork!.NewSubnets!.Zones), config.ExistingNetwork?.NewSubnets?.Zones, region, rules);
            }
        }
    }

    private static void CheckZones(KeyPath list, IReadOnlyList<string>? zones, string region, RuleChecker rules) => rules.CheckEach([list], () =>
    {
        foreach (var (index, zone) in (zones ?? []).Index())
        {
            rules.Check([list.Item(index)], () => zone[..^1] != region ? Finding.Error($"\"{zone}\" is not in {Key} {region}") : Regions.CheckZone(zone, region));
        }
    });

    [GeneratedRegex(Pattern)]
    private static partial Regex Shape();
}
