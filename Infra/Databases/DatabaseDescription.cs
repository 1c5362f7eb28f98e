using Infra.Configuration.Binding;

namespace Infra.Databases;

/// <summary>The database as other parts know it.</summary>
internal sealed record DatabaseDescription(DatabaseConfig? Config) : PartDescription
{
    public const string Host = "database.host";
    public const string Port = "database.port";
    public const string Name = "database.name";
    public const string Username = "database.username";
    public const string Password = "database.password";
    public const string Url = "database.url";
    public const string EctoUrl = "database.ectoUrl";

    public static readonly TrafficPeer Peer = TrafficPeer.OfPart("database");

    public override KeyPath Key => StackKeys.Key(stack => stack.Database);

    public override bool IsPresent => Config is not null;

    public override IReadOnlyList<string> Placeholders => IsPresent ? [Host, Port, Name, Username] : [];

    public override IReadOnlyList<string> Secrets => IsPresent ? [Password, Url, EctoUrl] : [];

    public override bool IsListedInUses => true;

    public override NetworkTarget? Target => Config is null ? null : new(Peer, Config.Port);

    public override bool NeedsIsolatedSubnets => IsPresent;

    public override bool IsMonitored => true;

    public override void Check(StackConfig config, RuleChecker rules)
    {
        DatabaseRules.Check(config, rules);
        DatabaseWindowRules.Check(config, rules);
    }
}
