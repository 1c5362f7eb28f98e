using Infra.Backups;
using Infra.Checks;
using Infra.Configuration.Binding;
using Infra.Costs;
using Infra.Domains;
using Infra.Jobs;
using Infra.LoadBalancing;
using Infra.Networking;
using Infra.OffHours;
using Infra.Services;
using Infra.SignIn;
using Infra.Stack.Quotas;
using Infra.Stack.Rules;
using Infra.Tasks;
using Infra.WebAcls;

namespace Infra.Stack;

/// <summary>
/// The rules that concern more than one key, or need more than a pattern. Each runs only when the keys it reads are right by
/// themselves, so one mistake is reported once.
/// </summary>
internal static class StackRules
{
    public static void Check(StackConfig config, ConfigValues values, ConfigProblems problems, TimeProvider? clock = null)
    {
        var rules = new RuleChecker(values, problems, clock);
        NamespaceRules.Check(rules);
        EncryptionRules.Check(rules);
        RegionRules.Check(config, rules);
        WorkloadRules.Check(config, rules);
        ArnRules.Check(config, rules);
        ScheduleRules.Check(config, rules);
        NetworkRules.Check(config, rules);
        InterfaceEndpointRules.Check(config, rules);
        ExistingNetworkRules.Check(config, rules);
        DomainRules.Check(config, rules);
        LoadBalancerRules.Check(config, rules);
        ExistingLoadBalancerRules.Check(config, rules);
        AuthenticationRules.Check(config, rules);
        WebAclRules.Check(config, rules);
        WebRules.Check(config, rules);
        foreach (var part in config.Parts)
        {
            part.Check(config, rules);
        }

        BackupRules.Check(config, rules);
        InstanceRoomRules.Check(config, rules);
        TaskRules.Check(config, rules);
        ContainerLimitRules.Check(config, rules);
        ImageRules.Check(config, rules);
        PermissionRules.Check(config, rules);
        DeploymentRules.Check(config, rules);
        ServiceRules.Check(config, rules);
        HostPortRules.Check(config, rules);
        RoutingRules.Check(config, rules);
        RouteRules.Check(config, rules);
        TagRules.Check(config, rules);
        ControlExceptionRules.Check(config, rules);
        JobRules.Check(config, rules);
        OffHoursRules.Check(config, rules);
        CostsRules.Check(config, rules);
        PrivateTaskRules.Check(config, rules);
        SecretRules.Check(config, rules);
        CredentialRules.Check(config, rules);
        PlainSecretRules.Check(config, rules);
        PlaceholderRules.Check(config, rules);
        ConnectionRules.Check(config, rules);
        QuotaRules.Check(config, rules);
        EffectRules.Check(config, rules);
    }
}
