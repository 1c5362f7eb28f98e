using Pulumi;

namespace Infra.LoadBalancing;

internal sealed record HttpsRedirectArgs
{
    public required Output<string> ListenerArn { get; init; }

    public required IReadOnlyList<string> DomainNames { get; init; }
}

/// <summary>A rule on the HTTP listener of an existing load balancer that redirects the stack's domain names to HTTPS.</summary>
internal sealed class HttpsRedirect : ComponentResource
{
    private const string Type = "infra:index:HttpsRedirect";

    public HttpsRedirect(string name, HttpsRedirectArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        _ = new Lb.ListenerRule(
            name,
            new Lb.ListenerRuleArgs
            {
                ListenerArn = args.ListenerArn,
                Conditions =
                [
                    new Lb.Inputs.ListenerRuleConditionArgs
                    {
                        HostHeader = new Lb.Inputs.ListenerRuleConditionHostHeaderArgs { Values = [.. args.DomainNames] },
                    },
                ],
                Actions =
                [
                    new Lb.Inputs.ListenerRuleActionArgs
                    {
                        Type = "redirect",
                        Redirect = new Lb.Inputs.ListenerRuleActionRedirectArgs { Protocol = "HTTPS", Port = "443", StatusCode = "HTTP_301" },
                    },
                ],
            },
            this.Child());
        RegisterOutputs();
    }
}
