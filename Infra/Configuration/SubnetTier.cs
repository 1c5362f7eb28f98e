namespace Infra.Configuration;

/// <summary>Where tasks run.</summary>
internal enum SubnetTier
{
    /// <summary>public subnets, with a public address each</summary>
    Public,

    /// <summary>private subnets, which need a NAT gateway or endpoints</summary>
    Private,
}
