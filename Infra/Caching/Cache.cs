using Infra.Networking;
using Infra.Secrets;
using Pulumi;
using ElastiCache = Pulumi.Aws.ElastiCache;

namespace Infra.Caching;

internal sealed record CacheArgs
{
    public required Placement Placement { get; init; }

    public required CacheConfig Config { get; init; }
}

/// <summary>
/// A Valkey cache on ElastiCache, private and encrypted, and a secret with everything needed to connect to it. The token is generated
/// here and stored nowhere else.
/// </summary>
internal sealed class Cache : ComponentResource, IStackPart
{
    private const string Type = "infra:index:Cache";
    private const string Engine = "valkey";
    private const string ServerlessUsername = "app";
    private const int TokenLength = 32;
    private const int MaximumServerlessSubnets = 3;

    private readonly string _name;
    private readonly CacheConfig _config;
    private readonly Placement _placement;
    private readonly StoredSecret _secret;
    private readonly CacheMetrics _metrics;

    public Cache(string name, CacheArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        (_name, _config, _placement) = (name, args.Config, args.Placement);
        var id = CreateId();
        var token = GeneratedPassword.Create(_name, TokenLength, _config.TokenVersion, this.Child());

        Host = _config.Serverless is { } limits ? CreateServerless(id, token, limits) : CreateNodes(id, token);
        _secret = StoreCredentials(token);
        _metrics = new CacheMetrics(_config, id);
        RegisterOutputs();
    }

    [Output("host")]
    public Output<string> Host { get; }

    public IReadOnlyDictionary<string, Output<string>> Placeholders => new Dictionary<string, Output<string>>
    {
        [CacheDescription.Host] = Host,
        [CacheDescription.Port] = Output.Create($"{CacheDescription.PortNumber}"),
    };

    public IReadOnlyDictionary<string, SecretSource> Secrets => new Dictionary<string, SecretSource>
    {
        [CacheDescription.Token] = _secret.Source(CacheCredentials.TokenKey),
        [CacheDescription.Url] = _secret.Source(CacheCredentials.UrlKey),
    };

    public bool IsNeededByTasks => true;

    public IEnumerable<DashboardRow> DashboardRows => [_metrics.Row];

    public IEnumerable<AlarmSubject> Alarms(AlarmsConfig thresholds) => _metrics.Alarms;

    private string? KeyArn => _config.KmsKeyArn ?? _placement.Context.KmsKeyArn;

    private string Description => $"Cache of {_placement.Context.Names.Deployment}";

    private Output<string> SecurityGroupId => _placement.SecurityGroups.IdOf(CacheDescription.Peer);

    // Final snapshots of two caches must not collide. A cache of the other kind has another name, because both exist for a while. A new key
    // does not change the name: the replacement would be empty, so it fails, and the cache stays.
    private Output<string> CreateId()
    {
        var suffix = new Pulumi.Random.RandomIdArgs { ByteLength = 4, Keepers = { ["kind"] = _config.Serverless is null ? "nodes" : "serverless" } };
        return Output.Format($"{_name}-{new Pulumi.Random.RandomId(_name, suffix, this.Child()).Hex}");
    }

    private Output<string> CreateNodes(Output<string> id, Output<string> token)
    {
        var group = PlanNodes(_config);
        group.ReplicationGroupId = id;
        group.Description = Description;
        group.AuthToken = token;
        group.SubnetGroupName = new ElastiCache.SubnetGroup(
            _name, new ElastiCache.SubnetGroupArgs { SubnetIds = _placement.Network.IsolatedSubnetIds }, this.Child()).Name;
        group.SecurityGroupIds = [SecurityGroupId];
        group.KmsKeyId = KeyArn!;
        if (_config.FinalSnapshot)
        {
            group.FinalSnapshotIdentifier = Output.Format($"{id}-final");
        }

        return new ElastiCache.ReplicationGroup(_name, group, this.DataChild(_config.DeletionProtection)).PrimaryEndpointAddress;
    }

    private static ElastiCache.ReplicationGroupArgs PlanNodes(CacheConfig config) => new()
    {
        Engine = Engine,
        EngineVersion = config.EngineVersion,
        NodeType = config.NodeType!,
        NumCacheClusters = 1 + config.Replicas,
        AutomaticFailoverEnabled = config.Replicas > 0,
        MultiAzEnabled = config.IsMultiAz,
        Port = CacheDescription.PortNumber,
        AtRestEncryptionEnabled = true,
        TransitEncryptionEnabled = true,
        // The previous token stays valid, so that running tasks can still connect.
        // https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html
        AuthTokenUpdateStrategy = "ROTATE",
        SnapshotRetentionLimit = config.SnapshotRetentionDays,
        SnapshotWindow = config.SnapshotWindow!,
        MaintenanceWindow = config.MaintenanceWindow!,
        AutoMinorVersionUpgrade = true,
        ApplyImmediately = config.ApplyImmediately,
    };

    private Output<string> CreateServerless(Output<string> id, Output<string> token, ServerlessCacheConfig limits)
    {
        var options = this.DataChild(_config.DeletionProtection);
        // ElastiCache cannot move a serverless cache to other subnets, so one more zone would replace it.
        options.IgnoreChanges = ["subnetIds"];
        var cache = new ElastiCache.ServerlessCache(
            _name,
            new ElastiCache.ServerlessCacheArgs
            {
                Name = id,
                Description = Description,
                Engine = Engine,
                MajorEngineVersion = _config.EngineVersion,
                CacheUsageLimits = PlanLimits(limits),
                DailySnapshotTime = _config.SnapshotWindow?.Split('-')[0]!,
                SnapshotRetentionLimit = _config.SnapshotRetentionDays,
                SubnetIds = _placement.Network.IsolatedSubnetIds.Apply(ids => ids.Take(MaximumServerlessSubnets)),
                SecurityGroupIds = [SecurityGroupId],
                UserGroupId = CreateUsers(id, token),
                KmsKeyId = KeyArn!,
            },
            options);

        return cache.Endpoints.Apply(endpoints => endpoints[0].Address);
    }

    private static ElastiCache.Inputs.ServerlessCacheCacheUsageLimitsArgs PlanLimits(ServerlessCacheConfig limits) => new()
    {
        DataStorage = new ElastiCache.Inputs.ServerlessCacheCacheUsageLimitsDataStorageArgs { Maximum = limits.MaximumStorageGiB, Unit = "GB" },
        EcpuPerSeconds = [new ElastiCache.Inputs.ServerlessCacheCacheUsageLimitsEcpuPerSecondArgs { Maximum = limits.MaximumEcpuPerSecond }],
    };

    // A serverless cache takes no token, only users.
    private Output<string> CreateUsers(Output<string> id, Output<string> token)
    {
        var user = new ElastiCache.User(
            _name,
            new ElastiCache.UserArgs
            {
                UserId = id,
                UserName = ServerlessUsername,
                Engine = Engine,
                AccessString = "on ~* +@all",
                AuthenticationMode = new ElastiCache.Inputs.UserAuthenticationModeArgs { Type = "password", Passwords = [token] },
            },
            this.Child());

        return new ElastiCache.UserGroup(
            _name, new ElastiCache.UserGroupArgs { UserGroupId = id, Engine = Engine, UserIds = [user.UserId] }, this.Child()).UserGroupId;
    }

    private StoredSecret StoreCredentials(Output<string> token)
    {
        var content = Output.Tuple(Host, token).Apply(known => new CacheCredentials
        {
            Host = known.Item1,
            Username = _config.Serverless is null ? null : ServerlessUsername,
            Token = known.Item2,
        }.Json());

        return new StoredSecret(
            _name,
            new StoredSecretArgs { Context = _placement.Context, Description = "Credentials of the cache", Value = Output.CreateSecret(content) },
            this.ChildComponent());
    }
}
