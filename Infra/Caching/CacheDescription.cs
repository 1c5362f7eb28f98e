using Infra.Configuration.Binding;

namespace Infra.Caching;

/// <summary>The cache as other parts know it.</summary>
internal sealed record CacheDescription(CacheConfig? Config) : PartDescription
{
    public const string Host = "cache.host";
    public const string Port = "cache.port";
    public const string Token = "cache.token";
    public const string Url = "cache.url";

    public const int PortNumber = 6379;

    // A serverless cache serves reads from replicas on the second port, to which cluster clients connect by themselves.
    // https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/set-up.html
    private static readonly PortRange ServerlessPorts = new(PortNumber, 6380);

    public static readonly TrafficPeer Peer = TrafficPeer.OfPart("cache");

    public override KeyPath Key => StackKeys.Key(stack => stack.Cache);

    public override bool IsPresent => Config is not null;

    public override IReadOnlyList<string> Placeholders => IsPresent ? [Host, Port] : [];

    public override IReadOnlyList<string> Secrets => IsPresent ? [Token, Url] : [];

    public override bool IsListedInUses => true;

    public override NetworkTarget? Target => Config is null ? null : new(Peer, Config.Serverless is null ? PortNumber : ServerlessPorts);

    public override bool NeedsIsolatedSubnets => IsPresent;

    public override bool IsMonitored => true;

    public override IReadOnlyList<AwsName> PhysicalNames => CacheNames.All;

    public override void Check(StackConfig config, RuleChecker rules)
    {
        if (Config is not null)
        {
            CacheRules.Check(Config, config, rules);
        }
    }
}
