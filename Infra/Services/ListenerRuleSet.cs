using Pulumi;

namespace Infra.Services;

/// <summary>
/// The listener rules of rolling services. A priority exists once on a listener, so each rule is named by its priority and not by its service:
/// another service with the same priority updates the rule in place, and two services can exchange their priorities.
/// </summary>
internal sealed class ListenerRuleSet : ComponentResource
{
    private const string Type = "infra:index:ListenerRuleSet";

    private readonly string _name;
    private readonly Output<string> _listenerArn;

    public ListenerRuleSet(string name, Output<string> listenerArn, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        (_name, _listenerArn) = (name, listenerArn);
        RegisterOutputs();
    }

    public Lb.ListenerRule Create(
        int priority, InputList<Lb.Inputs.ListenerRuleConditionArgs> conditions, InputList<Lb.Inputs.ListenerRuleActionArgs> actions) => new(
            $"{_name}-{priority}",
            new Lb.ListenerRuleArgs { ListenerArn = _listenerArn, Priority = priority, Conditions = conditions, Actions = actions },
            this.Child());
}
