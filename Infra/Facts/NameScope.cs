namespace Infra.Facts;

/// <summary>Within what two resources of a type must not have the same name.</summary>
internal enum NameScope
{
    /// <summary>All accounts of the world.</summary>
    Everywhere,

    Account,

    /// <summary>One region of an account.</summary>
    Region,

    /// <summary>Whatever the resource is a part of, such as a cluster.</summary>
    Owner,
}
