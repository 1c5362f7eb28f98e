using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Costs.Savings;

/// <summary>A stack that runs only while people work.</summary>
internal static class OffHoursSavings
{
    private const string Stop = "cron(0 20 ? * MON-FRI *)";
    private const string Start = "cron(0 7 ? * MON-FRI *)";

    private const string Service = "aws:ecs/service:Service";
    private const string Target = "aws:appautoscaling/target:Target";
    private const string Action = "aws:appautoscaling/scheduledAction:ScheduledAction";
    private const string Schedule = "aws:scheduler/schedule:Schedule";
    private const string Database = "aws:rds/instance:Instance";

    /// <summary>Off-hours from 20:00 to 07:00 and at weekends, where a stack has none and scales by no other schedule.</summary>
    public static IEnumerable<SavingCandidate> Evenings(EditableStack stack)
    {
        if (!stack.IsDisposable || stack.All(Action).Any())
        {
            yield break;
        }

        var databases = stack.All(Database).ToList();
        var added = stack.All(Service).SelectMany(service => ActionsOf(stack, service)).Concat(databases.SelectMany(SchedulesOf)).ToList();
        var isWithDatabase = databases.Count > 0 ? ", database: { … }" : "";
        if (added.Count > 0)
        {
            yield return new SavingCandidate(
                $"app:offHours: {{ stopCron: {Stop}, startCron: {Start}, timeZone: …{isWithDatabase} }}",
                "if nobody uses the stack from 20:00 to 07:00 and at weekends",
                stack.Plus(added));
        }
    }

    private static IEnumerable<ResourceNode> ActionsOf(EditableStack stack, ResourceNode service)
    {
        var tasks = service.Inputs.Number("desiredCount") ?? 1;
        var component = service.Parent!.Value;
        var target = stack.All(Target).FirstOrDefault(node => node.Parent is { } scaling && scaling.Name == $"{component.Name}-scaling");
        var limits = target?.Inputs ?? EditableStack.Map(("minCapacity", (double)tasks), ("maxCapacity", (double)tasks));
        if (target is null)
        {
            yield return Node(Target, service, component, limits);
        }

        yield return Node(Action, service, component, Scheduled(Stop, EditableStack.Map(("minCapacity", 0), ("maxCapacity", 0))), "-off-hours-stop");
        yield return Node(Action, service, component, Scheduled(Start, limits), "-off-hours-start");
    }

    private static IEnumerable<ResourceNode> SchedulesOf(ResourceNode database) =>
        new[] { ("stop", Stop), ("start", Start) }.Select(action => Node(
            Schedule,
            database,
            database.Parent!.Value,
            EditableStack.Map(
                ("scheduleExpression", action.Item2), ("target", EditableStack.Map(("arn", $"arn:aws:scheduler:::aws-sdk:rds:{action.Item1}DBInstance")))),
            $"-{action.Item1}") with
        {
            Sources = [database.Key],
        });

    private static PropertyValue.Map Scheduled(string schedule, PropertyValue.Map limits) =>
        EditableStack.Map(("schedule", schedule), ("scalableTargetAction", limits));

    private static ResourceNode Node(string type, ResourceNode of, ResourceKey component, PropertyValue.Map inputs, string suffix = "") =>
        new() { Key = new ResourceKey(type, of.Key.Name + suffix), Parent = component, Inputs = inputs };
}
