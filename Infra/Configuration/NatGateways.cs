namespace Infra.Configuration;

/// <summary>How private subnets reach the internet.</summary>
internal enum NatGateways
{
    /// <summary>not at all</summary>
    None,

    /// <summary>through one zone, whose failure cuts off the others</summary>
    Single,

    /// <summary>each zone by itself</summary>
    OnePerZone,
}
