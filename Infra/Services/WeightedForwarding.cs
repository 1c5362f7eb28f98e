using Infra.LoadBalancing;
using Pulumi;

namespace Infra.Services;

internal sealed record WeightedForwardingArgs
{
    public required HttpEntry HttpEntry { get; init; }

    public required int Priority { get; init; }

    public required InputList<Lb.Inputs.ListenerRuleConditionArgs> Conditions { get; init; }

    /// <summary>The target group that receives traffic first.</summary>
    public required Lb.TargetGroup Primary { get; init; }

    public required Lb.TargetGroup Alternate { get; init; }

    public TestListenerConfig? Test { get; init; }
}

/// <summary>
/// The listener rules whose weights ECS changes to shift traffic; each only forwards to both target groups.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html
/// </summary>
internal sealed class WeightedForwarding
{
    private readonly ComponentResource _service;
    private readonly string _name;
    private readonly WeightedForwardingArgs _args;

    public WeightedForwarding(ComponentResource service, string name, WeightedForwardingArgs args)
    {
        (_service, _name, _args) = (service, $"{name}-traffic", args);
        Production = CreateRule($"{_name}-rule{args.HttpEntry.Suffix}", args.HttpEntry.ListenerArn!, args.Priority, args.Conditions);
        if (args.Test is { } test)
        {
            TestListener = CreateTestListener(test.Port);
            Test = CreateRule($"{_name}-test{args.HttpEntry.Suffix}", TestListener.Arn, priority: 1, ListenerConditions.Plan(hosts: [], paths: [RequestPatterns.AnyPath]));
        }
    }

    public Lb.ListenerRule Production { get; }

    /// <summary>Forwards test traffic to the new version; null without a test listener.</summary>
    public Lb.ListenerRule? Test { get; }

    public Lb.Listener? TestListener { get; }

    public IReadOnlyList<Lb.ListenerRule> All => Test is null ? [Production] : [Production, Test];

    private Lb.ListenerRule CreateRule(
        string name, Output<string> listenerArn, int priority, InputList<Lb.Inputs.ListenerRuleConditionArgs> conditions)
    {
        var options = _service.Child();
        // ECS sets the weights. The provider keeps target groups and weights in a set, whose items cannot be ignored one by one, so the
        // whole forward action is ignored; the target groups in it exist as long as the rule. https://github.com/hashicorp/terraform-provider-aws/issues/43905
        options.IgnoreChanges = ["actions[0].forward"];
        return new Lb.ListenerRule(
            name,
            new Lb.ListenerRuleArgs { ListenerArn = listenerArn, Priority = priority, Conditions = conditions, Actions = [PlanForward()] },
            options);
    }

    private Lb.Inputs.ListenerRuleActionArgs PlanForward() => new()
    {
        Type = "forward",
        Forward = new Lb.Inputs.ListenerRuleActionForwardArgs
        {
            TargetGroups =
            [
                new Lb.Inputs.ListenerRuleActionForwardTargetGroupArgs { Arn = _args.Primary.Arn, Weight = 1 },
                new Lb.Inputs.ListenerRuleActionForwardTargetGroupArgs { Arn = _args.Alternate.Arn, Weight = 0 },
            ],
        },
    };

    private Lb.Listener CreateTestListener(int port)
    {
        var listener = new Lb.ListenerArgs
        {
            LoadBalancerArn = _args.HttpEntry.LoadBalancerArn,
            Port = port,
            Protocol = "HTTP",
            DefaultActions = [LoadBalancer.NotFound()],
        };
        if (_args.HttpEntry.Tls is { } tls)
        {
            (listener.Protocol, listener.CertificateArn, listener.SslPolicy) = ("HTTPS", tls.CertificateArn, tls.Policy);
        }

        return new Lb.Listener($"{_name}-test", listener, _service.Child());
    }
}
