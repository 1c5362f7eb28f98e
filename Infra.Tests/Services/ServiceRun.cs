using Infra.Services;
using Infra.Tests.Support;

namespace Infra.Tests.Services;

/// <summary>Runs the services of a stack with the resources they share, in an existing network.</summary>
internal static class ServiceRun
{
    public static Task<StackRun> Of(string service, params (string Key, string Json)[] changes)
    {
        var config = TestConfigs.With([("service", service), .. changes]);
        return TestParts.Run(config, parts => _ = new StackServices(config.AllServices, parts.Services));
    }
}
