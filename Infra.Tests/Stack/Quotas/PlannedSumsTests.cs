using Infra.Jobs;
using Infra.LoadBalancing;
using Infra.Networking;
using Infra.Services;
using Infra.Stack.Quotas;
using Infra.Tasks;
using Infra.Tests.Support;

namespace Infra.Tests.Stack.Quotas;

/// <summary>The sums that are checked before a deployment equal those of the stack.</summary>
public sealed class PlannedSumsTests
{
    // Estimates: how much more, and how much less, than the real one they may be.
    private static readonly Dictionary<AwsQuota, (int More, int Less)> Estimated = new()
    {
        [AwsQuotas.CharactersOfRolePolicy] = (450, 40),
        [AwsQuotas.BytesOfTaskDefinition] = (1_500, 200),
    };

    public static TheoryData<string> Cases => [.. QuotaCases.All.Keys];

    [Theory]
    [EveryStack]
    public async Task Sum_OfAKnownStack_IsThatOfItsResources(string stack) => AssertSums(KnownStacks.Config(stack), await KnownStacks.Run(stack));

    [Fact]
    public async Task Sum_OfACrowdedStack_IsThatOfItsResources()
    {
        var config = CrowdedConfigs.Of("shop", ["api", "x", "web"]);

        Assert.Equal(15, AssertSums(config, await StackRun.Of(config)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Sum_AtTheQuota_IsThatOfItsResources(string name)
    {
        var config = TestConfigs.With(QuotaCases.All[name](0));

        AssertSums(config, await StackRun.Of(config));
    }

    private static int AssertSums(StackConfig config, StackRun run)
    {
        var planned = (List<PlannedSum>)
        [
            .. SecurityGroupSums.Of(config), .. LoadBalancerSums.Of(config), .. ScalingSums.Of(config),
            .. NetworkSums.Of(config), .. TaskSums.Of(config), .. EventSums.Of(config),
        ];
        var compared = 0;
        foreach (var (quota, measure) in MeasuredSums.All)
        {
            var expected = measure(run).Where(count => count > 0).Order().ToList();
            var actual = planned.Where(sum => sum.Quota == quota && sum.Count > 0).Select(sum => sum.Count).Order().ToList();
            if (Estimated.TryGetValue(quota, out var range))
            {
                // A task that may do nothing has no policy.
                actual = actual.Where(count => quota != AwsQuotas.CharactersOfRolePolicy || count > "{\"Version\":\"2012-10-17\",\"Statement\":[]}".Length).ToList();
                Assert.Equal(expected.Count, actual.Count);
                Assert.All(expected.Zip(actual), pair => Assert.InRange(pair.Second, pair.First - range.Less, pair.First + range.More));
            }
            else
            {
                Assert.True(expected.SequenceEqual(actual), $"{quota.Per} ({quota.Default}): measured {string.Join(' ', expected)}, planned {string.Join(' ', actual)}");
            }

            compared += expected.Count > 0 ? 1 : 0;
        }

        return compared;
    }
}
