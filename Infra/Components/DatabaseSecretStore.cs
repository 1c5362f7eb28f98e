using Infra.Configuration;
using Infra.Planning;
using Pulumi;

namespace Infra.Components;

internal sealed record DatabaseSecretStoreArgs
{
    public required Database Database { get; init; }

    public required Output<string> Password { get; init; }

    public required DatabaseTls Tls { get; init; }

    public required int RecoveryWindowDays { get; init; }
}

/// <summary>
/// The database's credentials in Secrets Manager, in the form AWS uses for its own and with a whole connection URL, so that one
/// paid secret serves applications of every kind.
/// https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_secret_json_structure.html
/// </summary>
internal sealed class DatabaseSecretStore : ComponentResource
{
    private const string Type = "infra:index:DatabaseSecretStore";

    public DatabaseSecretStore(string name, DatabaseSecretStoreArgs args, ComponentResourceOptions options)
        : base(Type, name, options)
    {
        var database = args.Database;
        var content = Output
            .Tuple(database.Username, args.Password, database.Host, database.Port, database.DatabaseName)
            .Apply(known => new DatabaseCredentials
            {
                Username = known.Item1,
                Password = known.Item2,
                Host = known.Item3,
                Port = known.Item4,
                DatabaseName = known.Item5,
                RequiresTls = args.Tls == DatabaseTls.Require,
            }.Json());
        var secret = new StoredSecret(
            name,
            new StoredSecretArgs
            {
                Description = "Credentials of the database",
                Value = Output.CreateSecret(content),
                RecoveryWindowDays = args.RecoveryWindowDays,
            },
            this.ChildComponent());

        Arn = secret.Arn;
        RegisterOutputs();
    }

    [Output("arn")]
    public Output<string> Arn { get; }

    /// <summary>What a container's secret names to get one part of the credentials.</summary>
    public Output<string> ValueFrom(DatabaseSecret part) => Arn.Apply(arn => SecretReference.ToJsonKey(
        arn, part == DatabaseSecret.Url ? DatabaseCredentials.UrlKey : DatabaseCredentials.PasswordKey));
}
