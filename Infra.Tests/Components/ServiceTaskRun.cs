using Infra.Components;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.Components;

/// <summary>A task with the database, bucket and secrets that its configuration may name.</summary>
internal static class ServiceTaskRun
{
    public static Task<StackRun> Of(string service, string buckets = "{}")
    {
        var config = TestConfigs.With(("database", Blocks.Database), ("buckets", buckets), ("service", service));
        return Parts.Run(config, parts =>
        {
            var (database, storage) = (parts.Database(), parts.Storage());
            var secrets = TaskSecrets.For("shop-secrets", new TaskSecretsArgs { Context = parts.Context, Config = config, Database = database });
            _ = new ServiceTask(
                "shop-task",
                new ServiceTaskArgs
                {
                    Context = parts.Context,
                    Config = config.Service,
                    Placeholders = parts.Placeholders(database, storage),
                    Secrets = secrets,
                    Storage = storage,
                },
                new ComponentResourceOptions());
        });
    }
}
