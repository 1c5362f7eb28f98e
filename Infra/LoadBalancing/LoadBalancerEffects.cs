using Infra.Stack.Rules;

namespace Infra.LoadBalancing;

/// <summary>Load balancers, and the certificate on one.</summary>
internal static class LoadBalancerEffects
{
    public static void Check(StackConfig config, EffectChecker effects)
    {
        effects.Require(
            "loadBalancer.tlsPolicy",
            config.Domain is not null || config.ExistingLoadBalancer is not null,
            "needs a domain: without one the load balancer speaks HTTP only",
            "domain");
        effects.Require(
            "existingLoadBalancer.listenerPort",
            config.ExistingLoadBalancer?.TargetGroupArn is null,
            "cannot be combined with targetGroupArn: the stack makes no rules for a target group that exists already",
            "existingLoadBalancer.targetGroupArn");
        CheckCertificate(config, effects);
    }

    private static void CheckCertificate(StackConfig config, EffectChecker effects)
    {
        const string Otherwise = "is for a certificate that the stack makes";
        effects.Require(
            "domain.validationTimeoutMinutes",
            config.Domain?.CertificateArn is null,
            $"{Otherwise}, and certificateArn names one that exists already",
            "domain.certificateArn");
        foreach (var key in (string[])["domain.validationTimeoutMinutes", "domain.overwriteValidationRecords"])
        {
            effects.Require(
                key,
                config.ExistingLoadBalancer is null,
                $"{Otherwise}, and the listener of existingLoadBalancer has its own",
                "existingLoadBalancer");
        }
    }
}
