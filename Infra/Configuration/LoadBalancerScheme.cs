namespace Infra.Configuration;

/// <summary>Where a load balancer's addresses are.</summary>
internal enum LoadBalancerScheme
{
    /// <summary>public addresses, in the public subnets</summary>
    InternetFacing,

    /// <summary>private addresses, in the private subnets</summary>
    Internal,
}
