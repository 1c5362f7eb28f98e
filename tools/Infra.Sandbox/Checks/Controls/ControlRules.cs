using System.Collections.Immutable;

namespace Infra.Sandbox.Checks.Controls;

/// <summary>The rules of all controls that are checked.</summary>
internal static class ControlRules
{
    public static ImmutableArray<ControlRule> All { get; } =
    [
        .. LoadBalancerControls.All,
        .. NetworkControls.All,
        .. OpenPortControls.All,
        .. TaskControls.All,
        .. CapacityControls.All,
        .. DatabaseControls.All,
        .. StorageControls.All,
        .. AccessControls.All,
        .. MonitoringControls.All,
    ];
}
