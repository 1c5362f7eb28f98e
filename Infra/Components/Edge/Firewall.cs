using Infra.Configuration;
using Infra.Planning;
using Pulumi;

namespace Infra.Components.Edge;

internal sealed record FirewallArgs
{
    public required StackContext Context { get; init; }

    public required Output<string> LoadBalancerArn { get; init; }
}

/// <summary>
/// A web ACL in front of a load balancer, which can have no other beside it. It keeps counts and samples of what it refused, but
/// no log.
/// </summary>
internal sealed class Firewall : ComponentResource
{
    private const string Type = "infra:index:Firewall";

    private Firewall(string name, FirewallConfig config, FirewallArgs args)
        : base(Type, name)
    {
        var webAcl = new WafV2.WebAcl(
            name,
            new WafV2.WebAclArgs
            {
                Scope = "REGIONAL",
                DefaultAction = new WafV2.Inputs.WebAclDefaultActionArgs { Allow = new WafV2.Inputs.WebAclDefaultActionAllowArgs() },
                RuleJson = WebAclRules.Json(config.RateLimitPerFiveMinutes, config.ManagedRules, config.CountOnly),
                VisibilityConfig = new WafV2.Inputs.WebAclVisibilityConfigArgs
                {
                    CloudwatchMetricsEnabled = true,
                    MetricName = args.Context.Names.Deployment,
                    SampledRequestsEnabled = true,
                },
            },
            this.Child());
        _ = new WafV2.WebAclAssociation(
            name, new WafV2.WebAclAssociationArgs { ResourceArn = args.LoadBalancerArn, WebAclArn = webAcl.Arn }, this.Child());
        RegisterOutputs();
    }

    public static Firewall? For(string name, FirewallConfig? config, FirewallArgs args) =>
        config is null ? null : new Firewall(name, config, args);

    /// <summary>The firewall of a stack, in front of the load balancer that serves.</summary>
    public static Firewall? For(string name, Foundation foundation, WebFront? web) => web is null
        ? null
        : For(name, foundation.Config.Firewall, new FirewallArgs { Context = foundation.Context, LoadBalancerArn = web.LoadBalancerArn });
}
