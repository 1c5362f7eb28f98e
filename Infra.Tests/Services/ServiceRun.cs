using Infra.Services;
using Infra.Tests.Support;

namespace Infra.Tests.Services;

/// <summary>The services of a stack with everything they are given, in an existing network.</summary>
internal static class ServiceRun
{
    public static Task<StackRun> Of(string service, params (string Key, string Json)[] changes)
    {
        var config = TestConfigs.With([("service", service), .. changes]);
        return TestParts.Run(config, parts => _ = new StackServices(config.AllServices, parts.Services));
    }
}
