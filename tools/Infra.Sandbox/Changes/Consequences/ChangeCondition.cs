using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Consequences;

/// <summary>A condition on a change of a resource.</summary>
internal sealed record ChangeCondition(Func<ResourceChange, bool> Holds)
{
    public static ChangeCondition Created { get; } = Is(ChangeAction.Create);

    public static ChangeCondition Updated { get; } = Is(ChangeAction.Update);

    public static ChangeCondition Replaced { get; } = Is(ChangeAction.Replace);

    public static ChangeCondition ReplacedDeletingFirst { get; } = Replaced.And(change => change.DeletesFirst);

    public static ChangeCondition ReplacedCreatingFirst { get; } = Replaced.And(change => !change.DeletesFirst);

    public static ChangeCondition Deleted { get; } = Is(ChangeAction.Delete);

    /// <summary>The old resource does not survive.</summary>
    public static ChangeCondition Gone { get; } =
        new(change => change.Action is ChangeAction.Replace or ChangeAction.Delete && change.Old!.Settings is { RetainOnDelete: false });

    /// <summary>One of some inputs is changed in place.</summary>
    public static ChangeCondition Changed(params string[] inputs) =>
        Updated.And(change => change.Properties.Any(property => inputs.Any(input => IsIn(property.Path, input))));

    /// <summary>A number gets smaller in place.</summary>
    public static ChangeCondition Lowered(string input) =>
        Changed(input).And(change => Number(change.Old!, input) is { } old && Number(change.New!, input) is { } wanted && wanted < old);

    /// <summary>A number gets larger in place.</summary>
    public static ChangeCondition Raised(string input) =>
        Changed(input).And(change => Number(change.Old!, input) is { } old && Number(change.New!, input) is { } wanted && wanted > old);

    /// <summary>A flag is set in place.</summary>
    public static ChangeCondition TurnedOn(string input) => Changed(input).And(change => change.New!.Inputs.Flag(input) == true);

    /// <summary>A flag is cleared in place.</summary>
    public static ChangeCondition TurnedOff(string input) => Changed(input).And(change => change.New!.Inputs.Flag(input) != true);

    public static double? Number(ResourceNode node, string input) => (node.Inputs.Find(input) as PropertyValue.Number)?.Value;

    public ChangeCondition And(Func<ResourceChange, bool> other) => new(change => Holds(change) && other(change));

    /// <summary>And the resource has a flag after an update, or before it is deleted.</summary>
    public ChangeCondition With(string flag) => And(change => (change.New ?? change.Old)!.Inputs.Flag(flag) == true);

    /// <summary>And the running resource has a flag.</summary>
    public ChangeCondition WithOld(string flag) => And(change => change.Old!.Inputs.Flag(flag) == true);

    public ChangeCondition Without(string flag) => And(change => (change.New ?? change.Old)!.Inputs.Flag(flag) != true);

    public ChangeCondition WithoutOld(string flag) => And(change => change.Old!.Inputs.Flag(flag) != true);

    private static ChangeCondition Is(ChangeAction action) => new(change => change.Action == action);

    private static bool IsIn(string path, string input) =>
        path.StartsWith(input, StringComparison.Ordinal) && (path.Length == input.Length || path[input.Length] is '.' or '[');
}
