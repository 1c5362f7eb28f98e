using Infra.LoadBalancing;
using Infra.SignIn;
using Infra.Tasks;
using Pulumi;

namespace Infra.Services;

/// <summary>The services of the stack file, each with a component of its own.</summary>
internal sealed class StackServices
{
    private StackServices(IReadOnlyList<Service> all) => All = all;

    /// <summary><c>app:service</c> first if there is one.</summary>
    public IReadOnlyList<Service> All { get; }

    /// <summary><c>app:service</c>; null in a stack without it.</summary>
    public Service? Main => All.FirstOrDefault(service => service.Configured.Key is null);

    public static StackServices Create(Platform platform, NetworkLoadBalancer? networkLoadBalancer)
    {
        var names = platform.Context.Names;
        var authentication = Authentication.ActionFor(names.Logical("users"), platform.Config);
        return new StackServices(
        [
            .. platform.Config.AllServices.Select(service => new Service(service.NamesIn(names).Logical, new ServiceArgs
            {
                Platform = platform,
                Service = service,
                Authentication = authentication,
                NetworkLoadBalancer = networkLoadBalancer,
            })),
        ]);
    }

    /// <summary>The migrations, each as a task that does nothing else.</summary>
    public IEnumerable<(string Name, RunnableTask Task)> Migrations(Platform platform) => All
        .Where(service => service.Task.MigrationDefinitionArn is not null)
        .Select(service => (
            service.Configured.MigrationName,
            RunnableTask.Of(service.Task, service.Configured, platform) with { DefinitionArn = service.Task.MigrationDefinitionArn! }));

    /// <summary>The names in the cluster of the further services, by the names of the configuration.</summary>
    public Output<ImmutableDictionary<string, string>> FurtherNames() => OutputMaps.Join(All
        .Where(service => service.Configured.Key is not null)
        .ToDictionary(service => service.Configured.Key!, service => service.ServiceName));
}
