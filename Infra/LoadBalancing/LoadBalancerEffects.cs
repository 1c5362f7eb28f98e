using Infra.Stack.Rules;
using static Infra.Stack.StackKeys;

namespace Infra.LoadBalancing;

/// <summary>Keys of load balancers and their certificates that have an effect only in combination with others.</summary>
internal static class LoadBalancerEffects
{
    public static void Check(StackConfig config, EffectChecker effects)
    {
        effects.Require(
            Key(stack => stack.LoadBalancer.TlsPolicy),
            config.Domain is not null || config.ExistingLoadBalancer is not null,
            "needs a domain: without one the load balancer serves HTTP only",
            Key(stack => stack.Domain));
        effects.Require(
            Key(stack => stack.ExistingLoadBalancer!.ListenerPort),
            config.ExistingLoadBalancer?.TargetGroupArn is null,
            "cannot be combined with targetGroupArn: the stack adds no listener rules for an existing target group",
            Key(stack => stack.ExistingLoadBalancer!.TargetGroupArn));
        CheckCertificate(config, effects);
    }

    private static void CheckCertificate(StackConfig config, EffectChecker effects)
    {
        var timeout = Key(stack => stack.Domain!.ValidationTimeoutMinutes);
        effects.Require(
            timeout,
            config.Domain?.CertificateArn is null,
            "cannot be combined with certificateArn: an existing certificate is not validated again",
            Key(stack => stack.Domain!.CertificateArn));
        foreach (var key in new[] { timeout, Key(stack => stack.Domain!.OverwriteValidationRecords) })
        {
            effects.Require(
                key,
                config.ExistingLoadBalancer is null,
                "cannot be combined with existingLoadBalancer, whose listener already has a certificate",
                Key(stack => stack.ExistingLoadBalancer));
        }
    }
}
