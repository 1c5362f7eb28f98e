using Infra.Components;
using Infra.Tests.Support;

namespace Infra.Tests.Components;

/// <summary>A service with everything it is given, in an existing network.</summary>
internal static class ServiceRun
{
    public static Task<StackRun> Of(string service, params (string Key, string Json)[] changes)
    {
        var config = TestConfigs.With([("service", service), .. changes]);
        return Parts.Run(config, parts => _ = new Service("shop", new ServiceArgs
        {
            Context = parts.Context,
            Config = config.Service,
            Network = parts.Network,
            SecurityGroups = parts.SecurityGroups,
            Endpoints = InterfaceEndpoints.For(
                "shop-endpoints",
                config.Network,
                new InterfaceEndpointsArgs { Context = parts.Context, Network = parts.Network, SecurityGroups = parts.SecurityGroups }),
            LoadBalancer = parts.LoadBalancer,
            Authentication = Authentication.ActionFor("shop-users", config),
            PublicPaths = config.Authentication?.PublicPaths ?? [],
            Cluster = parts.Cluster,
            Secrets = TaskSecrets.For("shop-secrets", new TaskSecretsArgs { Context = parts.Context, Config = config }),
            Placeholders = parts.Placeholders(),
        }));
    }
}
