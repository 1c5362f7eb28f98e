using Infra.Configuration.Binding;
using Infra.Tests.Stack.Keys;
using Infra.Tests.Support;

namespace Infra.Tests.Stack.Effects;

/// <summary>Every key of the configuration, changed on every path through the program: none is ignored without a word.</summary>
public sealed class EffectMatrixTests
{
    private const string Remedy =
        "make the key work there, or answer it: Infra/Configuration/Rules/Effects refuses keys without effect, or warns about them";

    // What may be without effect and without a word, and why.
    private static readonly Dictionary<string, string> AcceptedInSilence = new()
    {
        ["service.routing.signIn"] = "false without app:authentication says what is so",
        ["database.logRetentionDays"] = "waits beside a written logExports: [], so that the files of two environments have the same keys",
    };

    // Keys that no single change can prove.
    private static readonly Dictionary<string, string> ProvedTogether = new()
    {
        ["cluster.instances.*.architecture"] = "must fit instanceType, so that it changes only together with it",
        ["existingNetwork.default"] = "excludes vpcId, one of which must be there",
        ["existingNetwork.newSubnets.zones"] = "one range for each zone and tier: it changes only together with the ranges",
        ["existingNetwork.newSubnets.publicCidrs"] = "likewise",
        ["existingNetwork.newSubnets.privateCidrs"] = "likewise",
        ["existingNetwork.newSubnets.isolatedCidrs"] = "likewise",
        ["network.publicSubnetCidrs"] = "one range for each zone: it changes only together with the other two tiers, or with zones",
        ["network.privateSubnetCidrs"] = "likewise",
        ["network.isolatedSubnetCidrs"] = "likewise",
    };

    [Fact]
    public async Task Key_OnAPath_ChangesTheStackOrIsAnswered()
    {
        var silent = (await EffectMatrix.Outcomes).Where(outcome => outcome.Effect is Effect.Silent).ToList();

        var unknown = silent.Where(outcome => !AcceptedInSilence.ContainsKey(outcome.Change.Pattern)).ToList();
        Assert.True(unknown.Count == 0, $"nothing happened, and nothing was said; {Remedy}\n{Lines(unknown)}");
        Assert.Equal(AcceptedInSilence.Keys.Order(), silent.Select(outcome => outcome.Change.Pattern).Distinct().Order());
    }

    [Fact]
    public async Task Key_RefusedOnAPath_IsToldWhy()
    {
        var unexplained = (await EffectMatrix.Outcomes).Where(outcome => outcome.Effect is Effect.RefusedForAnotherReason).ToList();

        Assert.True(
            unexplained.Count == 0,
            $"refused, but no problem names the key; say it at the key, or give it a fitting value in {nameof(SampleValues)}\n{Lines(unexplained)}");
    }

    [Fact]
    public async Task Key_OnSomePath_ChangesTheStack()
    {
        var changed = (await EffectMatrix.Outcomes)
            .Where(outcome => outcome.Effect is Effect.Changed)
            .Select(outcome => outcome.Change.Pattern)
            .ToHashSet();

        var keys = Patterns(ConfigType.Of(typeof(StackConfig)), "").Where(key => !SandboxKeys.Contains(key)).ToList();
        var unproved = keys.Where(key => !changed.Any(pattern => ConfigKey.IsWithin(pattern, key))).ToList();
        Assert.True(
            unproved.Except(ProvedTogether.Keys).ToList() is { Count: 0 },
            $"no path of {nameof(EffectPaths)} proves that these keys do anything; add one that has them, or a fitting value in {nameof(SampleValues)}\n"
                + string.Join('\n', unproved.Except(ProvedTogether.Keys)));
        Assert.Equal(ProvedTogether.Keys.Order(), unproved.Order());
        Assert.InRange(keys.Count, 350, 700);
    }

    [Fact]
    public async Task Matrix_HasThisManyOutcomes()
    {
        var outcomes = await EffectMatrix.Outcomes;

        var paths = outcomes.GroupBy(outcome => outcome.Path).Select(path => $"{path.Key}: {Counts([.. path])}");
        Snapshot.Match("effect-matrix.txt", $"{string.Join('\n', paths)}\n\n{Counts(outcomes)}");
    }

    private static string Counts(IReadOnlyCollection<Outcome> outcomes)
    {
        var (changed, refused) = (Count(Effect.Changed), Count(Effect.Refused));
        return $"{outcomes.Count} keys: {changed} change the stack, {refused} are refused, {Count(Effect.Warned)} warned about, {Count(Effect.Silent)} silent";

        int Count(Effect effect) => outcomes.Count(outcome => outcome.Effect == effect);
    }

    private static string Lines(IEnumerable<Outcome> outcomes) => string.Join('\n', outcomes.Take(50));

    private static IEnumerable<string> Patterns(ConfigType type, string prefix) => type.Kind switch
    {
        ConfigKind.Block => type.Members.SelectMany(member =>
            (string[])[prefix + member.Name, .. Patterns(member.Type, $"{prefix}{member.Name}.")]),
        ConfigKind.Map => Patterns(type.Item!, $"{prefix}*."),
        ConfigKind.List => Patterns(type.Item!, $"{prefix[..^1]}[]."),
        _ => [],
    };
}
