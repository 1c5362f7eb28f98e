using System.Collections.Immutable;
using Infra.Sandbox.Changes.Engine;
using Infra.Sandbox.Evaluation.Awsx;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Timing;

/// <summary>Estimates the duration of an update: the critical path of its steps, with as many at a time as the dependencies allow.</summary>
internal sealed class DurationEstimate
{
    private readonly DependencyOrder _running;
    private readonly DependencyOrder _wanted;
    private readonly DeploymentTime _deployments;
    private readonly HashSet<ResourceKey> _network;
    private readonly Dictionary<ResourceKey, int> _finish = [];

    private DurationEstimate(DependencyOrder running, DependencyOrder wanted, ResourceGraph graph)
    {
        (_running, _wanted) = (running, wanted);
        _deployments = new DeploymentTime(wanted);
        _network = InsideNetwork(graph);
    }

    public static TimeSpan Of(ImmutableArray<UpdateStep> steps, DependencyOrder running, DependencyOrder wanted, ResourceGraph graph)
    {
        var estimate = new DurationEstimate(running, wanted, graph);
        var last = steps.Select(step => step.Kind).ToList().FindLastIndex(kind => kind is not (StepKind.Delete or StepKind.DeleteReplaced));
        return TimeSpan.FromSeconds(estimate.Forward(steps[..(last + 1)]) + estimate.Deletions(steps[(last + 1)..]));
    }

    private int Forward(ImmutableArray<UpdateStep> steps)
    {
        var times = steps.Where(step => IsForward(step)).ToDictionary(step => step.Change.Key, _ => 0);
        var deletions = 0;
        foreach (var step in steps)
        {
            if (IsForward(step))
            {
                times[step.Change.Key] = deletions + OperationTimes.Of(step, _deployments);
                deletions = 0;
            }
            else
            {
                deletions += OperationTimes.Of(step, _deployments);
            }
        }

        foreach (var node in _wanted.Resources)
        {
            var dependencies = _wanted.DependenciesOf(node.Key).Concat(WholeNetworkOf(node));
            var start = dependencies.Select(key => _finish.GetValueOrDefault(key)).DefaultIfEmpty().Max();
            _finish[node.Key] = start + times.GetValueOrDefault(node.Key);
        }

        return _finish.Values.DefaultIfEmpty().Max();
    }

    private int Deletions(ImmutableArray<UpdateStep> steps)
    {
        var times = steps.ToDictionary(step => step.Change.Old!.Key, step => OperationTimes.Of(step, _deployments));
        var condemned = _running.Resources.Where(node => times.ContainsKey(node.Key)).ToList();
        return DeletionLevels.Of(condemned, _running).Sum(level => level.Max(node => times[node.Key]));
    }

    // awsx returns the outputs of a network when everything in it exists.
    private IEnumerable<ResourceKey> WholeNetworkOf(ResourceNode node) =>
        !_network.Contains(node.Key) && _wanted.DependenciesOf(node.Key).Any(_network.Contains) ? _network : [];

    private static HashSet<ResourceKey> InsideNetwork(ResourceGraph graph)
    {
        var inside = new HashSet<ResourceKey>();
        foreach (var node in graph.Resources)
        {
            if (node.Parent is { } parent && (parent.Type == AwsxVpcExpansion.Type || inside.Contains(parent)))
            {
                inside.Add(node.Key);
            }
        }

        return inside;
    }

    private static bool IsForward(UpdateStep step) => step.Kind is StepKind.Create or StepKind.Update or StepKind.CreateReplacement;
}
