namespace Infra.Configuration;

/// <summary>The network of a task.</summary>
internal enum NetworkMode
{
    /// <summary>an address and a security group of its own</summary>
    Awsvpc,

    /// <summary>that of the instance it runs on, whose ports it takes; not on Fargate</summary>
    Host,
}
