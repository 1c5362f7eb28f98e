using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Aws.Rules;

/// <summary>A target group belongs to one load balancer, and a service needs one that belongs to any.</summary>
internal sealed class TargetGroupBonds : AwsRule
{
    private const string Rule = "aws:lb/listenerRule:ListenerRule";
    private const string Listener = "aws:lb/listener:Listener";
    private const string Group = "aws:lb/targetGroup:TargetGroup";

    public override IEnumerable<Refusal> OnCreate(AwsState state, LiveResource created) => created.Type switch
    {
        Rule or Listener => OnForward(state, created),
        "aws:ecs/service:Service" => OnService(state, created),
        _ => [],
    };

    public override IEnumerable<Refusal> OnUpdate(AwsState state, LiveResource before, LiveResource after) => OnCreate(state, after);

    private static IEnumerable<Refusal> OnForward(AwsState state, LiveResource entry)
    {
        var balancer = BalancerOf(state, entry);
        return
            from @group in GroupsOf(entry)
            from other in Entries(state)
            where other.Key != entry.Key && GroupsOf(other).Contains(@group)
            where balancer is not null && BalancerOf(state, other) is { } owner && owner != balancer
            select new Refusal(
                $"TargetGroupAssociationLimit: target group {NameOf(state, @group)} belongs to the load balancer of {other.Name}.",
                "Replace the target group with the load balancer, or move the service in two updates: "
                + "without the old load balancer, then with the new one.");
    }

    private static IEnumerable<Refusal> OnService(AwsState state, LiveResource service) =>
        from @group in service.UsedIn("loadBalancers").Where(key => key.Type == Group).Distinct()
        where state.Find(@group) is not null && !Entries(state).Any(entry => GroupsOf(entry).Contains(@group))
        select new Refusal(
            $"InvalidParameterException: target group {NameOf(state, @group)} has no associated load balancer.",
            "Keep a listener or a rule that forwards to the target group until the service no longer uses it.");

    private static IEnumerable<LiveResource> Entries(AwsState state) => state.OfType(Rule).Concat(state.OfType(Listener));

    private static IEnumerable<ResourceKey> GroupsOf(LiveResource entry) =>
        entry.UsedIn(entry.Type == Rule ? "actions" : "defaultActions").Where(key => key.Type == Group).Distinct();

    private static string? BalancerOf(AwsState state, LiveResource entry) =>
        entry.Type == Listener
            ? entry.Text("loadBalancerArn")
            : state.Target(entry, "listenerArn")?.Text("loadBalancerArn") ?? entry.Text("listenerArn");

    private static string NameOf(AwsState state, ResourceKey key) => state.Find(key)?.Name ?? key.Name;
}
