using Infra.Configuration.Binding;
using Infra.Schedules;
using Infra.Stack.Rules;
using static Infra.Stack.StackKeys;

namespace Infra.Caching;

internal static class CacheRules
{
    // https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html (SnapshotWindow, PreferredMaintenanceWindow)
    private const int ShortestMinutes = 60;

    private static readonly KeyPath NodeType = Key(stack => stack.Cache!.NodeType);
    private static readonly KeyPath Serverless = Key(stack => stack.Cache!.Serverless);

    public static void Check(CacheConfig cache, StackConfig config, RuleChecker rules)
    {
        rules.Check([Key(stack => stack.Cache), NodeType, Serverless], () => (cache.NodeType, cache.Serverless) switch
        {
            (null, null) => "set nodeType or serverless",
            (not null, not null) => "serverless cannot be combined with nodeType",
            _ => null,
        });
        rules.Check([Key(stack => stack.Cache!.EngineVersion), NodeType, Serverless], () => VersionProblem(cache));
        rules.Check([Key(stack => stack.Cache!.MultiAz), Key(stack => stack.Cache!.Replicas), Serverless], () =>
            cache is { MultiAz: true, Replicas: 0, Serverless: null } ? "needs replicas, so that another zone has a node to take over" : null);
        rules.Check([Key(stack => stack.Cache!.SnapshotWindow)], () => cache.SnapshotWindow is { } window ? LengthProblem(window, WeeklyTimes.Daily(window)) : null);
        rules.Check([Key(stack => stack.Cache!.MaintenanceWindow)], () => cache.MaintenanceWindow is { } window ? LengthProblem(window, WeeklyTimes.Weekly(window)) : null);

        var effects = new EffectChecker(rules);
        CheckNodeKeys(cache, effects);
        effects.Expect(
            Key(stack => stack.Cache!.SnapshotWindow),
            cache.SnapshotRetentionDays > 0,
            "has no effect: with snapshotRetentionDays 0 no snapshot is taken");
        effects.Require(
            Key(stack => stack.Cache!.Alarms), config.Alarms is not null, "needs app:alarms: without it there are no alarms", Key(stack => stack.Alarms));
    }

    private static void CheckNodeKeys(CacheConfig cache, EffectChecker effects)
    {
        Require(Key(stack => stack.Cache!.Replicas), "AWS replicates a serverless cache across zones itself");
        Require(Key(stack => stack.Cache!.MultiAz), "a serverless cache is always in several zones");
        Require(Key(stack => stack.Cache!.FinalSnapshot), "the AWS provider takes none of a serverless cache");
        Require(Key(stack => stack.Cache!.MaintenanceWindow), "AWS updates a serverless cache without interruption");
        Require(Key(stack => stack.Cache!.ApplyImmediately), "changes of a serverless cache apply at once");

        void Require(KeyPath key, string reason) =>
            effects.Require(key, cache.Serverless is null, $"cannot be combined with serverless: {reason}", Serverless);
    }

    private static string? VersionProblem(CacheConfig cache) => (cache.EngineVersion.Contains('.', StringComparison.Ordinal), cache) switch
    {
        (true, { Serverless: not null, NodeType: null }) => $"{cache.EngineVersion} has a minor version, which AWS chooses for a serverless cache; use \"{cache.EngineVersion.Split('.')[0]}\"",
        (false, { Serverless: null, NodeType: not null }) => $"{cache.EngineVersion} has no minor version; add it, in quotes, such as \"{cache.EngineVersion}.0\"",
        _ => null,
    };

    private static string? LengthProblem(string window, WeeklyTimes times) =>
        times.Spans[0].Minutes < ShortestMinutes ? $"{window} is shorter than {ShortestMinutes} minutes" : null;
}
