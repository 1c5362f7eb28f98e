using Infra.Planning;
using Pulumi;

namespace Infra.Components;

internal sealed record PlaceholdersArgs
{
    public required StackContext Context { get; init; }

    public Database? Database { get; init; }

    public Storage? Storage { get; init; }

    public required Cluster Cluster { get; init; }

    public required ServiceAddress Address { get; init; }
}

/// <summary>What the names in <c>${…}</c> stand for. <see cref="PlaceholderNames"/> lists the same names for the configuration's checks.</summary>
internal sealed class Placeholders
{
    private readonly Dictionary<string, Output<string>> _values;

    public Placeholders(PlaceholdersArgs args)
    {
        _values = new Dictionary<string, Output<string>>
        {
            [PlaceholderNames.AwsRegion] = Output.Create(args.Context.Region),
            [PlaceholderNames.AwsAccountId] = args.Context.AccountId,
            [PlaceholderNames.ClusterName] = args.Cluster.ClusterName,
            [PlaceholderNames.ServiceName] = Output.Create(args.Context.Names.Service),
            [PlaceholderNames.ServiceHost] = args.Address.Host,
            [PlaceholderNames.ServiceUrl] = args.Address.Url,
            [PlaceholderNames.ServiceArn] = ServiceArn(args),
        };
        AddDatabase(args.Database);
        foreach (var (bucket, name) in args.Storage?.BucketNames ?? new Dictionary<string, Output<string>>())
        {
            _values[PlaceholderNames.Bucket(bucket)] = name;
        }
    }

    public IEnumerable<string> Names => _values.Keys;

    public Output<string> Render(string text)
    {
        var template = TextTemplate.Parse(text);
        return OutputMaps
            .Join(template.Names.ToDictionary(name => name, name => _values[name]))
            .Apply(values => template.Render(name => values[name]));
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
    private static Output<string> ServiceArn(PlaceholdersArgs args) => Output
        .Tuple(args.Context.AccountId, args.Cluster.ClusterName)
        .Apply(known => args.Context.Partition.Arn("ecs", args.Context.Region, known.Item1, $"service/{known.Item2}/{args.Context.Names.Service}"));
}
