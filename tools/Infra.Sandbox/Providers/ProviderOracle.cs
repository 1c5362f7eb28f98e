using System.Collections.Concurrent;
using System.Collections.Immutable;
using Infra.Sandbox.Providers.Protocol;
using Infra.Sandbox.Providers.States;
using Infra.Sandbox.Providers.Values;
using Infra.Sandbox.Terraform.Schema;
using Answers = System.Collections.Concurrent.ConcurrentDictionary<
    (string Type, string Old, string New), System.Threading.Tasks.Task<Infra.Sandbox.Providers.ProviderAnswer>>;

namespace Infra.Sandbox.Providers;

/// <summary>Asks the real provider what it does with a resource whose configuration changes. The same question is asked once.</summary>
internal sealed class ProviderOracle(ResourcePlanner planner)
{
    // Some computed values only follow from others.
    private const int SettlingPlans = 3;

    private readonly ConcurrentDictionary<(string Type, string Config), Task<Settled>> _settled = [];
    private readonly Answers _answers = [];
    private readonly Answers _plans = [];

    /// <summary>The number of different questions so far.</summary>
    public int Questions => _answers.Count;

    /// <summary>Validates the wanted configuration and plans the change.</summary>
    /// <param name="old">The resource as it runs.</param>
    /// <param name="wanted">The resource as it is asked for.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task<ProviderAnswer> AskAsync(ResourceConfig old, ResourceConfig wanted, CancellationToken cancellation) =>
        AskAsync(old, wanted, _answers, ValidateAndPlanAsync, cancellation);

    /// <summary>Plans the change without a check of the values, such as unknown engines.</summary>
    public Task<ProviderAnswer> PlanAsync(ResourceConfig old, ResourceConfig wanted, CancellationToken cancellation) =>
        AskAsync(old, wanted, _plans, PlanSettledAsync, cancellation);

    /// <summary>Obstacles to a fair answer: errors of the configuration, and attributes that change in every plan.</summary>
    public async Task<ImmutableArray<string>> DoubtsAsync(ResourceConfig config, CancellationToken cancellation)
    {
        var settled = await SettledAsync(config, CanonicalText.Of(config.Schema.AsType(), config.Value), cancellation);
        return settled.Errors.AddRange(settled.Restless);
    }

    private Task<Settled> SettledAsync(ResourceConfig config, string key, CancellationToken cancellation) =>
        _settled.GetOrAdd((config.Type, key), _ => SettleAsync(config, cancellation));

    private static Task<ProviderAnswer> AskAsync(
        ResourceConfig old,
        ResourceConfig wanted,
        Answers answers,
        Func<ResourceConfig, string, ResourceConfig, CancellationToken, Task<ProviderAnswer>> ask,
        CancellationToken cancellation)
    {
        var type = old.Schema.AsType();
        var (before, after) = (CanonicalText.Of(type, old.Value), CanonicalText.Of(type, wanted.Value));
        return before == after
            ? Task.FromResult(new ProviderAnswer { Action = ProviderAction.None })
            : answers.GetOrAdd((old.Type, before, after), _ => ask(old, before, wanted, cancellation));
    }

    private async Task<ProviderAnswer> ValidateAndPlanAsync(ResourceConfig old, string key, ResourceConfig wanted, CancellationToken cancellation)
    {
        var errors = await planner.ValidateAsync(wanted.Type, wanted.Value, cancellation);
        return errors.IsEmpty ? await PlanSettledAsync(old, key, wanted, cancellation) : Rejection(errors);
    }

    private async Task<ProviderAnswer> PlanSettledAsync(ResourceConfig old, string key, ResourceConfig wanted, CancellationToken cancellation)
    {
        var settled = await SettledAsync(old, key, cancellation);
        if (!settled.Errors.IsEmpty)
        {
            return Rejection(settled.Errors);
        }

        var plan = await planner.PlanAsync(wanted.Type, wanted.Schema, settled.State, wanted.Value, cancellation);
        return plan.Errors.IsEmpty ? Answer(wanted.Schema, settled, plan) : Rejection(plan.Errors);
    }

    /// <summary>Creates a resource in thought: the planned state, completed until the provider plans no change for it.</summary>
    private async Task<Settled> SettleAsync(ResourceConfig config, CancellationToken cancellation)
    {
        var errors = await planner.ValidateAsync(config.Type, config.Value, cancellation);
        if (!errors.IsEmpty)
        {
            return new Settled(null, [], errors);
        }

        ResourceState? state = null;
        ImmutableArray<string> restless = [];
        for (var plans = 0; plans <= SettlingPlans; plans++)
        {
            var plan = await planner.PlanAsync(config.Type, config.Schema, state, config.Value, cancellation);
            if (!plan.Errors.IsEmpty)
            {
                return new Settled(null, [], plan.Errors);
            }

            restless = state is null ? [] : Changes(config.Schema, state.Value, plan.State.Value);
            if (state is not null && restless.IsEmpty)
            {
                break;
            }

            state = plan.State with { Value = SettledState.Of(config.Type, config.Schema, plan.State.Value) };
        }

        return new Settled(state, restless, []);
    }

    private static ProviderAnswer Answer(BlockSchema schema, Settled settled, PlannedResource plan)
    {
        var changes = Changes(schema, settled.State!.Value, plan.State.Value).RemoveRange(settled.Restless);
        var forcing = plan.RequiresReplacement
            .Where(path => IsChanged(schema.AsType(), path, settled.State.Value, plan.State.Value))
            .Where(path => !settled.Restless.Contains(path[0].AttributeName))
            .Select(TextOf)
            .Distinct()
            .Order(StringComparer.Ordinal);
        ImmutableArray<string> forcingPaths = [.. forcing];
        return new ProviderAnswer
        {
            Action = changes.IsEmpty ? ProviderAction.None : forcingPaths.IsEmpty ? ProviderAction.Update : ProviderAction.Replace,
            Changes = [.. changes.Where(name => schema.Blocks.ContainsKey(name) || schema.Attributes[name].IsConfigurable)],
            Forcing = forcingPaths,
            Unknown = [.. schema.AsType().Attributes.Keys.Where(name => HasUnknown(((ProviderValue.Map)plan.State.Value).Find(name)))],
        };
    }

    private static ImmutableArray<string> Changes(BlockSchema schema, ProviderValue old, ProviderValue planned) =>
    [
        .. schema.AsType().Attributes
            .Where(member => !CanonicalText.AreEqual(
                member.Value, ((ProviderValue.Map)old).Find(member.Key), ((ProviderValue.Map)planned).Find(member.Key)))
            .Select(member => member.Key),
    ];

    // The provider also names attributes that do not change; Terraform ignores those too.
    private static bool IsChanged(AttributeType type, ImmutableArray<AttributePath.Types.Step> path, ProviderValue old, ProviderValue planned)
    {
        foreach (var step in path)
        {
            if (type is AttributeType.Collection { Type: CollectionType.Set })
            {
                break;
            }

            if (MemberType(type, step) is not { } member)
            {
                return false;
            }

            (type, old, planned) = (member, Member(old, step), Member(planned, step));
        }

        return !CanonicalText.AreEqual(type, old, planned);
    }

    // The provider names the attribute without a name for the source of a security group rule that has none.
    private static AttributeType? MemberType(AttributeType type, AttributePath.Types.Step step) => type switch
    {
        AttributeType.Structure structure => structure.Attributes.GetValueOrDefault(step.AttributeName),
        AttributeType.Collection collection => collection.Element,
        _ => null,
    };

    private static ProviderValue Member(ProviderValue value, AttributePath.Types.Step step) => value switch
    {
        ProviderValue.Map map => map.Find(step.HasAttributeName ? step.AttributeName : step.ElementKeyString),
        ProviderValue.List list => list.Items.ElementAtOrDefault((int)step.ElementKeyInt) ?? ProviderValue.Null.Value,
        _ => value,
    };

    private static string TextOf(ImmutableArray<AttributePath.Types.Step> path) =>
        string.Join('.', path.Where(step => step.HasAttributeName).Select(step => step.AttributeName));

    private static bool HasUnknown(ProviderValue value) => value switch
    {
        ProviderValue.Unknown => true,
        ProviderValue.List list => list.Items.Any(HasUnknown),
        ProviderValue.Map map => map.Entries.Values.Any(HasUnknown),
        _ => false,
    };

    private static ProviderAnswer Rejection(ImmutableArray<string> errors) => new() { Action = ProviderAction.Reject, Errors = errors };

    /// <param name="State">The state; null if the provider rejects the configuration.</param>
    /// <param name="Restless">The attributes that the provider would change in every plan, because the sample values do not suit it.</param>
    /// <param name="Errors">The reasons for which the provider rejects the configuration.</param>
    private sealed record Settled(ResourceState? State, ImmutableArray<string> Restless, ImmutableArray<string> Errors);
}
