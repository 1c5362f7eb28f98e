using Pulumi;

namespace Infra.Services;

/// <summary>
/// What ECS is to run for a service. <c>sandbox verify</c> compares it with AWS; everything else, such as containers, secrets
/// and the log group, is in the revision, which never changes.
/// </summary>
internal static class ExpectedService
{
    public static Output<ImmutableDictionary<string, object>> Create(Service service, bool hasOffHours)
    {
        var config = service.Configured.Config;
        var (minimum, maximum) = config.PlanTaskRange(hasOffHours);
        return Output
            .Tuple(service.ServiceName, service.Task.DefinitionArn, Output.All(service.ListenerRuleArns), TargetGroups(service))
            .Apply(known => new Dictionary<string, object>
            {
                ["service"] = known.Item1,
                ["taskDefinition"] = known.Item2,
                ["isPipelineOwned"] = config.RevisionOwner == RevisionOwner.Pipeline,
                ["minimumTasks"] = minimum,
                ["maximumTasks"] = maximum,
                ["listenerRules"] = known.Item3,
                ["targetGroups"] = known.Item4,
                ["timeoutMinutes"] = (int)config.PlanDeployment().Update.TotalMinutes,
            }.ToImmutableDictionary());
    }

    private static Output<ImmutableArray<object>> TargetGroups(Service service) =>
        Output.All(service.TargetGroupArns.Select(Output.All)).Apply(ports => ports.Select(arns => (object)arns).ToImmutableArray());
}
