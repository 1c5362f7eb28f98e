using Infra.Domains;
using Infra.Services;
using Pulumi;

namespace Infra.LoadBalancing;

/// <summary>A rule on the plain HTTP listener of a load balancer that exists already: who asks for the stack's names goes on over HTTPS.</summary>
internal sealed class HttpsRedirect : ComponentResource
{
    private const string Type = "infra:index:HttpsRedirect";

    private HttpsRedirect(string name, Output<string> listenerArn, DomainConfig domain)
        : base(Type, name)
    {
        _ = new Lb.ListenerRule(
            name,
            new Lb.ListenerRuleArgs
            {
                ListenerArn = listenerArn,
                Conditions =
                [
                    new Lb.Inputs.ListenerRuleConditionArgs
                    {
                        HostHeader = new Lb.Inputs.ListenerRuleConditionHostHeaderArgs { Values = [.. domain.Names] },
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

    /// <summary>None where the load balancer is the stack's own, or redirects by itself.</summary>
    public static HttpsRedirect? For(string name, StackConfig config, HttpEntry? web) =>
        web?.RedirectListenerArn is { } listener ? new HttpsRedirect(name, listener, config.Domain!) : null;
}
