using Infra.Networking;
using Infra.Secrets;
using Pulumi;

namespace Infra.Databases;

internal sealed record DatabaseArgs
{
    public required Placement Placement { get; init; }

    public required DatabaseConfig Config { get; init; }
}

/// <summary>
/// A private, encrypted PostgreSQL instance on RDS, and a Secrets Manager secret with its credentials. The password is generated and
/// stored only there.
/// </summary>
internal sealed class Database : ComponentResource, IStackPart
{
    private const string Type = "infra:index:Database";
    private const int StandardInsightsDays = 7;
    private const int AdvancedInsightsDays = 465;
    private const int PasswordLength = 32;
    private const string DimensionName = "DBInstanceIdentifier";

    // A Multi-AZ instance takes about 15 minutes, and a large one may exceed the provider's default of 40.
    private static readonly TimeSpan CreateTimeout = TimeSpan.FromMinutes(60);

    private readonly string _name;
    private readonly DatabaseConfig _config;
    private readonly DatabaseArgs _args;
    private readonly StoredSecret _secret;

    public Database(string name, DatabaseArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        (_name, _config, _args) = (name, args.Config, args);
        var identifier = CreateIdentifier();
        var logGroups = CreateLogGroups(identifier);
        var password = GeneratedPassword.Create(_name, PasswordLength, _config.PasswordVersion, this.Child());
        var instance = CreateInstance(identifier, password, logGroups);

        (Identifier, Arn) = (instance.Identifier, instance.Arn);
        (Host, Port, DatabaseName, Username) = (instance.Address, instance.Port, instance.DbName, instance.Username);
        _secret = StoreCredentials(password);
        SecretArn = _secret.Arn;
        RegisterOutputs();
    }

    [Output("identifier")]
    public Output<string> Identifier { get; }

    [Output("arn")]
    public Output<string> Arn { get; }

    [Output("host")]
    public Output<string> Host { get; }

    [Output("port")]
    public Output<int> Port { get; }

    [Output("databaseName")]
    public Output<string> DatabaseName { get; }

    [Output("username")]
    public Output<string> Username { get; }

    [Output("secretArn")]
    public Output<string> SecretArn { get; }

    /// <summary>Host and port.</summary>
    public Output<string> Endpoint => Output.Format($"{Host}:{Port}");

    public IReadOnlyDictionary<string, Output<string>> Placeholders => new Dictionary<string, Output<string>>
    {
        [DatabaseDescription.Host] = Host,
        [DatabaseDescription.Port] = Output.Format($"{Port}"),
        [DatabaseDescription.Name] = DatabaseName,
        [DatabaseDescription.Username] = Username,
    };

    public IReadOnlyDictionary<string, SecretSource> Secrets => new Dictionary<string, SecretSource>
    {
        [DatabaseDescription.Password] = _secret.Source(DatabaseCredentials.PasswordKey),
        [DatabaseDescription.Url] = _secret.Source(DatabaseCredentials.UrlKey),
        [DatabaseDescription.EctoUrl] = _secret.Source(DatabaseCredentials.EctoUrlKey),
    };

    public bool IsNeededByTasks => true;

    public IEnumerable<Output<string>> BackupArns => [Arn];

    public IEnumerable<DashboardRow> DashboardRows =>
    [
        new DashboardRow(
            new DashboardGraph("CPU of the database, in percent", Line("CPUUtilization", "Average")),
            new DashboardGraph("Connections to the database", Line("DatabaseConnections", "Maximum")),
            new DashboardGraph("Free storage of the database, in bytes", Line("FreeStorageSpace", "Minimum"))),
    ];

    public IEnumerable<AlarmSubject> Alarms(AlarmsConfig thresholds) =>
        [new("database", DatabaseAlarms.Plan(_config.Alarms), new Dictionary<string, Output<string>> { [DimensionName] = Identifier })];

    private DashboardLine Line(string metric, string statistic) =>
        new("AWS/RDS", metric, statistic, Output.Create("database"), (DimensionName, Identifier));

    private string? KeyArn => _config.KmsKeyArn ?? _args.Placement.Context.KmsKeyArn;

    // Random, because the final snapshots of two instances must not collide, and known before the instance exists, for the names of its log
    // groups. Nothing changes it: a replacement that RDS creates empty fails on the identifier, and the instance with the data stays.
    private Output<string> CreateIdentifier()
    {
        var suffix = new Pulumi.Random.RandomId(_name, new Pulumi.Random.RandomIdArgs { ByteLength = 4 }, this.Child());
        return Output.Format($"{_args.Placement.Context.Names.Deployment}-{suffix.Hex}");
    }

    // Without them RDS creates the log groups itself, and they never expire.
    private List<CloudWatch.LogGroup> CreateLogGroups(Output<string> identifier) =>
    [
        .. _config.LogExports.Select(log => new CloudWatch.LogGroup(
            $"{_name}-{log}",
            new CloudWatch.LogGroupArgs
            {
                Name = Output.Format($"/aws/rds/instance/{identifier}/{log}"),
                RetentionInDays = _config.LogRetentionDays,
                KmsKeyId = _args.Placement.Context.KmsKeyArn!,
            },
            this.Child())),
    ];

    private Rds.Instance CreateInstance(
        Output<string> identifier, Output<string> password, List<CloudWatch.LogGroup> logGroups)
    {
        var instance = PlanInstance(_config);
        instance.Identifier = identifier;
        instance.Password = password;
        instance.DbSubnetGroupName = CreateSubnetGroup().Name;
        instance.ParameterGroupName = CreateParameterGroup().Name;
        instance.VpcSecurityGroupIds = [_args.Placement.SecurityGroups.IdOf(DatabaseDescription.Peer)];
        if (KeyArn is { } key)
        {
            instance.KmsKeyId = key;
        }

        if (_config.FinalSnapshot)
        {
            instance.FinalSnapshotIdentifier = Output.Format($"{identifier}-final");
        }

        if (_config.Insights != DatabaseInsights.None)
        {
            instance.PerformanceInsightsRetentionPeriod =
                _config.Insights == DatabaseInsights.Advanced ? AdvancedInsightsDays : StandardInsightsDays;
            instance.PerformanceInsightsKmsKeyId = KeyArn!;
        }

        return new Rds.Instance(_name, instance, Options(logGroups));
    }

    private static Rds.InstanceArgs PlanInstance(DatabaseConfig config) => new()
    {
        Engine = "postgres",
        EngineVersion = config.EngineVersion,
        EngineLifecycleSupport = config.ExtendedSupport ? "open-source-rds-extended-support" : "open-source-rds-extended-support-disabled",
        InstanceClass = config.InstanceClass,
        DbName = config.Name,
        Username = config.Username,
        Port = config.Port,
        StorageType = "gp3",
        AllocatedStorage = config.AllocatedStorageGiB,
        MaxAllocatedStorage = config.MaxAllocatedStorageGiB > config.AllocatedStorageGiB ? config.MaxAllocatedStorageGiB : 0,
        StorageEncrypted = true,
        PubliclyAccessible = false,
        MultiAz = config.MultiAz,
        BackupRetentionPeriod = config.BackupRetentionDays,
        BackupWindow = config.BackupWindow!,
        MaintenanceWindow = config.MaintenanceWindow!,
        AutoMinorVersionUpgrade = true,
        AllowMajorVersionUpgrade = config.AllowMajorVersionUpgrade,
        ApplyImmediately = config.ApplyImmediately,
        DeletionProtection = config.DeletionProtection,
        SkipFinalSnapshot = !config.FinalSnapshot,
        CopyTagsToSnapshot = true,
        EnabledCloudwatchLogsExports = [.. config.LogExports],
        DatabaseInsightsMode = config.Insights == DatabaseInsights.Advanced ? "advanced" : "standard",
        PerformanceInsightsEnabled = config.Insights != DatabaseInsights.None,
    };

    private Rds.SubnetGroup CreateSubnetGroup() => new(
        _name, new Rds.SubnetGroupArgs { SubnetIds = _args.Placement.Network.IsolatedSubnetIds }, this.Child());

    private Rds.ParameterGroup CreateParameterGroup()
    {
        var parameterGroup = new Rds.ParameterGroupArgs { Family = $"postgres{_config.EngineVersion}" };
        if (TlsParameter.Plan(_config.EngineVersion, _config.Tls == DatabaseTls.Require) is { } tls)
        {
            parameterGroup.Parameters =
            [
                new Rds.Inputs.ParameterGroupParameterArgs { Name = TlsParameter.Name, Value = tls.Value, ApplyMethod = tls.ApplyMethod },
            ];
        }

        var options = this.Child();
        // A major upgrade has a new group. RDS keeps the old one in use until the maintenance window, so that Pulumi could not delete it.
        options.RetainOnDelete = !_config.ApplyImmediately;
        return new Rds.ParameterGroup(_name, parameterGroup, options);
    }

    // The structure of secrets that RDS manages, plus connection URLs, so that one paid secret serves every application.
    // https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_secret_json_structure.html
    private StoredSecret StoreCredentials(Output<string> password)
    {
        var content = Output.Tuple(Username, password, Host, Port, DatabaseName).Apply(known => new DatabaseCredentials
        {
            Username = known.Item1,
            Password = known.Item2,
            Host = known.Item3,
            Port = known.Item4,
            DatabaseName = known.Item5,
            RequiresTls = _config.Tls == DatabaseTls.Require,
        }.Json());

        return new StoredSecret(
            _name,
            new StoredSecretArgs
            {
                Context = _args.Placement.Context,
                Description = "Credentials of the database",
                Value = Output.CreateSecret(content),
            },
            this.ChildComponent());
    }

    private CustomResourceOptions Options(List<CloudWatch.LogGroup> logGroups)
    {
        var options = this.DataChild(_config.DeletionProtection);
        options.CustomTimeouts = new CustomTimeouts { Create = CreateTimeout };
        options.DependsOn = [.. logGroups];
        // RDS reports success and changes nothing, so that each later update would try it again.
        // https://github.com/hashicorp/terraform-provider-aws/issues/40870
        options.IgnoreChanges = ["engineLifecycleSupport"];
        return options;
    }
}
