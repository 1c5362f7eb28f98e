namespace Infra.Facts;

/// <summary>The scope in which the names of a type must be unique.</summary>
internal enum NameScope
{
    /// <summary>All AWS accounts.</summary>
    Global,

    Account,

    /// <summary>A region of an account.</summary>
    Region,

    /// <summary>The parent of the resource, such as a cluster.</summary>
    Owner,
}
