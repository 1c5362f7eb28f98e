using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Aws;

/// <summary>Changes that AWS accepts at once and applies later.</summary>
internal static class PendingInputs
{
    private const string Instance = "aws:rds/instance:Instance";
    private const string ParameterGroup = "parameterGroupName";
    private const string EngineVersion = "engineVersion";

    /// <summary>The resource right after an update: a major upgrade of a database and its parameter group wait for the maintenance window.</summary>
    public static LiveResource Keep(LiveResource before, LiveResource after) =>
        after.Type == Instance
        && after.Inputs.Flag("applyImmediately") != true
        && EngineVersions.IsMajorChange(before.Text(EngineVersion), after.Text(EngineVersion))
            ? after with { Inputs = after.Inputs.With(Old(before, ParameterGroup, EngineVersion)) }
            : after;

    private static IEnumerable<KeyValuePair<string, PropertyValue>> Old(LiveResource before, params string[] inputs) =>
        inputs.Where(input => before.At(input) is not null).Select(input => KeyValuePair.Create(input, before.At(input)!));
}
