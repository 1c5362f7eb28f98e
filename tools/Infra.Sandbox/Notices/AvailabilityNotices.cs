using Infra.Sandbox.Checks;
using Infra.Sandbox.Checks.Controls;
using Infra.Sandbox.Graph;
using Infra.Services;
using static Infra.Stack.StackKeys;

namespace Infra.Sandbox.Notices;

/// <summary>Notices about availability: changes and stops that nobody asks for.</summary>
internal static class AvailabilityNotices
{
    private const string Database = "aws:rds/instance:Instance";
    private const string Service = "aws:ecs/service:Service";
    private const string TaskDefinition = "aws:ecs/taskDefinition:TaskDefinition";
    private const string Topic = "aws:sns/topic:Topic";
    private const string Spot = "FARGATE_SPOT";
    private const string ExtendedSupport = "open-source-rds-extended-support";

    public static IEnumerable<Notice> Of(CheckContext context) =>
    [
        .. NatGateways(context),
        .. SpotTasks(context),
        .. MovingTags(context),
        .. Support(context),
        .. Notifications(context),
    ];

    private static IEnumerable<Notice> NatGateways(CheckContext context) => NetworkControls.SingleNatGateway(context)
        .Select(violation => new Notice(violation.Key, violation.Why));

    private static IEnumerable<Notice> SpotTasks(CheckContext context) =>
        from service in context.Of(Service)
        let providers = service.Inputs.Items("capacityProviderStrategies").OfType<PropertyValue.Map>().Select(strategy => strategy.Text("capacityProvider")).ToList()
        where providers.Count > 0 && providers.TrueForAll(provider => provider == Spot)
        select new Notice(
            $"{context.KeyOf(service)}.capacityProviders", "has Fargate Spot only, so AWS can stop all tasks with two minutes' notice, and may have no capacity for others");

    private static IEnumerable<Notice> MovingTags(CheckContext context) =>
        from definition in context.Of(TaskDefinition)
        from container in CheckContext.ContainersOf(definition)
        let tag = ImageTag.MovingOf(container.GetProperty("image").GetString()!)
        where tag is not null
        let task = context.Config.AllTasks.FirstOrDefault(task => context.Key(task.Path) == context.KeyOf(definition))
        where task is not null && task is not ConfiguredService { Config.RevisionOwner: RevisionOwner.Pipeline }
        select new Notice(
            context.Key(task.ImageKey), $"has the tag {tag}, which moves to newer versions, so a deployment without an edit can run another one, and a rollback cannot undo it");

    private static IEnumerable<Notice> Support(CheckContext context) =>
        from database in context.Of(Database)
        where database.Inputs.Text("engineLifecycleSupport") == ExtendedSupport
        select new Notice(
            context.Key(Key(stack => stack.Database!.ExtendedSupport)),
            "is on, so RDS charges for each vCPU-hour once standard support of the version has ended");

    private static IEnumerable<Notice> Notifications(CheckContext context)
    {
        if (context.Of(Service).Any() && !context.Of(Topic).Any())
        {
            yield return new Notice(
                context.Key(Key(stack => stack.Notifications)), "is not set, so nobody is told of a failed deployment, or of a task that stopped with an error");
        }
    }
}
