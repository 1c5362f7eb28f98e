using Pulumi;

namespace Infra.WebAcls;

internal sealed record WebAclArgs
{
    public required StackContext Context { get; init; }

    public required WebAclConfig Config { get; init; }

    public required Output<string> LoadBalancerArn { get; init; }
}

/// <summary>The web ACL of a load balancer, which can have only one. It has metrics and samples of blocked requests, but no logs.</summary>
internal sealed class WebAcl : ComponentResource
{
    private const string Type = "infra:index:WebAcl";

    public WebAcl(string name, WebAclArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        var config = args.Config;
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
}
