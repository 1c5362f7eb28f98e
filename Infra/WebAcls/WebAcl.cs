using Infra.LoadBalancing;
using Pulumi;

namespace Infra.WebAcls;

internal sealed record WebAclArgs
{
    public required StackContext Context { get; init; }

    public required Output<string> LoadBalancerArn { get; init; }
}

/// <summary>
/// A web ACL in front of a load balancer, which can have no other beside it. It keeps counts and samples of what it refused, but
/// no log.
/// </summary>
internal sealed class WebAcl : ComponentResource
{
    private const string Type = "infra:index:WebAcl";

    private WebAcl(string name, WebAclConfig config, WebAclArgs args)
        : base(Type, name)
    {
        var webAcl = new WafV2.WebAcl(
            name,
            new WafV2.WebAclArgs
            {
                Scope = "REGIONAL",
                DefaultAction = new WafV2.Inputs.WebAclDefaultActionArgs { Allow = new WafV2.Inputs.WebAclDefaultActionAllowArgs() },
                RuleJson = WebAclRuleStatements.Json(config.RateLimitPerFiveMinutes, config.ManagedRules, config.CountOnly),
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

    public static WebAcl? For(string name, WebAclConfig? config, WebAclArgs args) =>
        config is null ? null : new WebAcl(name, config, args);

    /// <summary>The web ACL of a stack, in front of the load balancer that serves.</summary>
    public static WebAcl? For(string name, Foundation foundation, HttpEntry? web) => web is null
        ? null
        : For(name, foundation.Config.WebAcl, new WebAclArgs { Context = foundation.Context, LoadBalancerArn = web.LoadBalancerArn });
}
