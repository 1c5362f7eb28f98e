using Pulumi;

namespace Infra.Jobs;

/// <summary>The revision of a job, and the triggers that are to run it, for <c>sandbox verify</c>.</summary>
internal static class ExpectedJob
{
    public static Output<ImmutableDictionary<string, object>> Create(Job job) => Output
        .Tuple(job.Task.DefinitionArn, OutputMaps.Join(job.TriggerNames))
        .Apply(known => known.Item2
            .ToImmutableDictionary(trigger => trigger.Key, trigger => (object)trigger.Value)
            .Add("taskDefinition", known.Item1));
}
