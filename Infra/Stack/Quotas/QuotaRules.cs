using System.Globalization;
using Infra.Jobs;
using Infra.LoadBalancing;
using Infra.Networking;
using Infra.Services;
using Infra.Tasks;

namespace Infra.Stack.Quotas;

/// <summary>
/// Refuses what AWS would refuse halfway through a deployment, because keys that are right by themselves are too many together. What AWS
/// raises on request is only warned of.
/// </summary>
internal static class QuotaRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        var sums = new List<PlannedSum>();
        // All of them first: one that is too large must not hide another.
        rules.CheckEach(SecurityGroupSums.Keys(config), () => sums.AddRange(SecurityGroupSums.Of(config)));
        rules.CheckEach(LoadBalancerSums.Keys, () => sums.AddRange(LoadBalancerSums.Of(config)));
        rules.CheckEach(ScalingSums.Keys, () => sums.AddRange(ScalingSums.Of(config)));
        rules.CheckEach(NetworkSums.Keys, () => sums.AddRange(NetworkSums.Of(config)));
        rules.CheckEach(TaskSums.Keys, () => sums.AddRange(TaskSums.Of(config)));
        rules.CheckEach(EventSums.Keys, () => sums.AddRange(EventSums.Of(config)));
        sums.ForEach(sum => Report(sum, rules));
    }

    private static void Report(PlannedSum sum, RuleChecker rules)
    {
        if (sum.Count > sum.Quota.HardLimit)
        {
            rules.Add(sum.Key, $"{sum.Sentence}; AWS allows {Number(sum.Quota.HardLimit)} for {sum.Quota.Per}");
        }
        else if (sum.Count > sum.Quota.Default)
        {
            rules.Warn([sum.Key], () => $"{sum.Sentence}; AWS allows {Number(sum.Quota.Default)} for {sum.Quota.Per} unless you have had "
                + $"\"{sum.Quota.QuotaName}\" raised in Service Quotas");
        }
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
