using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;
using Infra.Sandbox.Evaluation;
using Infra.Sandbox.Graph;
using Infra.Stack;
using Pulumi;

namespace Infra.Sandbox.Diff.StackFiles;

/// <summary>One of the two stack files that are compared.</summary>
internal sealed record StackVersion
{
    /// <summary>The path of the file, after its revision if it has one: <c>HEAD:Pulumi.dev.yaml</c>.</summary>
    public required string Label { get; init; }

    public required ProjectFile Project { get; init; }

    public required string Stack { get; init; }

    public required YamlFile File { get; init; }

    public required ConfigValues Values { get; init; }

    /// <exception cref="RunException">The stack file is not valid.</exception>
    public StackConfig Load() => StackConfigLoader.Load(Values, Stack);

    public Task<ResourceGraph> EvaluateAsync() => EvaluateAsync(Load());

    /// <param name="config">The configuration that was loaded from this version.</param>
    public async Task<ResourceGraph> EvaluateAsync(StackConfig config)
    {
        var graph = await StackEvaluator.EvaluateAsync(Project, Stack, config, Values);
        // The runtime would let the heap grow with every evaluation.
        GC.Collect();
        return graph;
    }

    /// <summary>The version with other values of some keys, or without them where the value is null.</summary>
    public StackVersion With(IEnumerable<KeyValuePair<string, ConfigValue?>> changed)
    {
        var values = Values.AllKeys.ToDictionary(key => key, key => Values.FindKey(key)!);
        foreach (var (key, value) in changed)
        {
            if (value is null)
            {
                values.Remove(key);
            }
            else
            {
                values[key] = value;
            }
        }

        return this with { Values = new ConfigValues(Values.Project, values, Values.Spellings) };
    }
}
