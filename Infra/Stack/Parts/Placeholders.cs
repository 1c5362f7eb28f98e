using Infra.Databases;
using Infra.LoadBalancing;
using Pulumi;

namespace Infra.Stack.Parts;

/// <summary>What the names in <c>${…}</c> stand for. <see cref="PlaceholderNames"/> lists the same names for the configuration's checks.</summary>
internal sealed class Placeholders
{
    private readonly Dictionary<string, Output<string>> _values;

    public Placeholders(Platform platform)
    {
        _values = new Dictionary<string, Output<string>>
        {
            [PlaceholderNames.AwsRegion] = Output.Create(platform.Context.Region),
            [PlaceholderNames.AwsAccountId] = platform.Context.AccountId,
            [PlaceholderNames.ClusterName] = platform.Cluster.ClusterName,
        };
        AddService(platform);
        AddWeb(platform.Web);
        AddDatabase(platform.Stores.Database);
        AddNamed(platform.Stores);
        AddDiscovery(platform);
    }

    public IEnumerable<string> Names => _values.Keys;

    public Output<string> Render(string text)
    {
        var template = TextTemplate.Parse(text);
        return OutputMaps
            .Join(template.Names.ToDictionary(name => name, name => _values[name]))
            .Apply(values => template.Render(name => values[name]));
    }

    private void AddNamed(Stores stores)
    {
        Add(PlaceholderNames.Bucket, stores.Buckets?.BucketNames);
        Add(PlaceholderNames.Queue, stores.Queues?.Urls);
        Add(PlaceholderNames.Repository, stores.Repositories?.Urls);
    }

    private void Add(Func<string, string> placeholder, IReadOnlyDictionary<string, Output<string>>? values)
    {
        foreach (var (name, value) in values ?? new Dictionary<string, Output<string>>())
        {
            _values[placeholder(name)] = value;
        }
    }

    private void AddDiscovery(Platform platform)
    {
        foreach (var name in platform.Config.AllServices.Select(service => service.Config.DiscoveryName).OfType<string>())
        {
            _values[PlaceholderNames.Discovery(name)] = Output.Format($"{name}.{platform.Discovery!.DomainName}");
        }
    }

    private void AddService(Platform platform)
    {
        if (platform.Config.Service is not null)
        {
            _values[PlaceholderNames.ServiceName] = Output.Create(platform.Context.Names.OfService().InCluster);
            _values[PlaceholderNames.ServiceArn] = ServiceArn(platform);
        }
    }

    private void AddWeb(HttpEntry? web)
    {
        if (web is not null)
        {
            _values[PlaceholderNames.ServiceHost] = web.Address.Host;
            _values[PlaceholderNames.ServiceUrl] = web.Address.Url;
        }
    }

    private void AddDatabase(Database? database)
    {
        if (database is not null)
        {
            _values[PlaceholderNames.DatabaseHost] = database.Host;
            _values[PlaceholderNames.DatabasePort] = Output.Format($"{database.Port}");
            _values[PlaceholderNames.DatabaseName] = database.DatabaseName;
            _values[PlaceholderNames.DatabaseUsername] = database.Username;
        }
    }

    // A task definition cannot ask the service for its ARN, for the service is made from the task definition.
    private static Output<string> ServiceArn(Platform platform) => Output
        .Tuple(platform.Context.AccountId, platform.Cluster.ClusterName)
        .Apply(known => platform.Context.Partition.Arn(
            "ecs", platform.Context.Region, known.Item1, $"service/{known.Item2}/{platform.Context.Names.OfService().InCluster}"));
}
