using Infra.Components;
using Infra.Tests.Support;

namespace Infra.Tests.Components.Workloads;

/// <summary>The services of a stack with everything they are given, in an existing network.</summary>
internal static class ServiceRun
{
    public static Task<StackRun> Of(string service, params (string Key, string Json)[] changes)
    {
        var config = TestConfigs.With([("service", service), .. changes]);
        return Parts.Run(config, parts => Services.Create(parts.Platform(), NetworkLoadBalancer.For("shop-nlb", parts.Foundation)));
    }
}
