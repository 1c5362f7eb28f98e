using Infra.Secrets;
using Pulumi;

namespace Infra.Databases;

/// <summary>
/// A PostgreSQL instance, private and encrypted, and a secret with everything needed to connect to it. The password is made
/// here and stands nowhere else.
/// </summary>
internal sealed class Database : ComponentResource
{
    private const string Type = "infra:index:Database";
    private const int StandardInsightsDays = 7;
    private const int AdvancedInsightsDays = 465;
    private const int PasswordLength = 32;

    // A Multi-AZ instance takes about 15 minutes, and a large one may exceed the provider's own 40.
    private static readonly TimeSpan CreateTimeout = TimeSpan.FromMinutes(60);

    private readonly string _name;
    private readonly DatabaseConfig _config;
    private readonly Foundation _foundation;
    private readonly StoredSecret _secret;

    private Database(string name, DatabaseConfig config, Foundation foundation)
        : base(Type, name)
    {
        (_name, _config, _foundation) = (name, config, foundation);
        var identifier = CreateIdentifier();
        var logGroups = CreateLogGroups(identifier);
        var password = GeneratedPassword.Create(_name, PasswordLength, config.PasswordVersion, this.Child());
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

    public static Database? For(string name, Foundation foundation) =>
        foundation.Config.Database is { } config ? new Database(name, config, foundation) : null;

    /// <summary>Host and port; null without a database.</summary>
    public static Output<string?> EndpointOf(Database? database) => Optional.Of(database is null
        ? null
        : Output.Tuple(database.Host, database.Port).Apply(known => $"{known.Item1}:{known.Item2}"));

    /// <summary>The secret with the credentials; null without a database.</summary>
    public static Output<string?> SecretArnOf(Database? database) => Optional.Of(database?.SecretArn);

    /// <summary>What a container's secret names to get one part of the credentials.</summary>
    public Output<string> ValueFrom(DatabaseSecret part) => _secret.ValueFrom(part switch
    {
        DatabaseSecret.Url => DatabaseCredentials.UrlKey,
        DatabaseSecret.EctoUrl => DatabaseCredentials.EctoUrlKey,
        _ => DatabaseCredentials.PasswordKey,
    });

    private string? KeyArn => _config.KmsKeyArn ?? _foundation.Context.KmsKeyArn;

    // Stable for the life of the instance and new for another one: a log group is named before the instance exists, and the
    // final snapshots of two instances must not collide. Another storage key also asks for another instance, but that fails on
    // the name: an encrypted database is moved by restoring a snapshot, never by making an empty one.
    private Output<string> CreateIdentifier()
    {
        var suffix = new Pulumi.Random.RandomId(
            _name,
            new Pulumi.Random.RandomIdArgs
            {
                ByteLength = 4,
                Keepers = { ["name"] = _config.Name, ["username"] = _config.Username },
            },
            this.Child());

        return Output.Format($"{_foundation.Context.Names.Deployment}-{suffix.Hex}");
    }

    // RDS makes these groups itself where they are missing, and then keeps the logs for ever.
    private List<CloudWatch.LogGroup> CreateLogGroups(Output<string> identifier) =>
    [
        .. _config.LogExports.Select(log => new CloudWatch.LogGroup(
            $"{_name}-{log}",
            new CloudWatch.LogGroupArgs
            {
                Name = Output.Format($"/aws/rds/instance/{identifier}/{log}"),
                RetentionInDays = _config.LogRetentionDays,
                KmsKeyId = _foundation.Context.KmsKeyArn!,
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
        instance.VpcSecurityGroupIds = [_foundation.SecurityGroups.IdOf(TrafficPeer.Database)];
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
        _name, new Rds.SubnetGroupArgs { SubnetIds = _foundation.Network.IsolatedSubnetIds }, this.Child());

    private Rds.ParameterGroup CreateParameterGroup()
    {
        var parameterGroup = new Rds.ParameterGroupArgs { Family = $"postgres{_config.EngineVersion}" };
        if (TlsParameter.For(_config.EngineVersion, _config.Tls == DatabaseTls.Require) is { } tls)
        {
            parameterGroup.Parameters =
            [
                new Rds.Inputs.ParameterGroupParameterArgs { Name = TlsParameter.Name, Value = tls.Value, ApplyMethod = tls.ApplyMethod },
            ];
        }

        return new Rds.ParameterGroup(_name, parameterGroup, this.Child());
    }

    // In the form AWS uses for its own secrets, and with a whole URL, so that one paid secret serves applications of every kind.
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
                Context = _foundation.Context,
                Description = "Credentials of the database",
                Value = Output.CreateSecret(content),
                RecoveryWindowDays = _foundation.Config.SecretRecoveryWindowDays,
            },
            this.ChildComponent());
    }

    private CustomResourceOptions Options(List<CloudWatch.LogGroup> logGroups)
    {
        var options = this.Child();
        options.Protect = _config.DeletionProtection;
        options.CustomTimeouts = new CustomTimeouts { Create = CreateTimeout };
        options.DependsOn = [.. logGroups];
        return options;
    }
}
