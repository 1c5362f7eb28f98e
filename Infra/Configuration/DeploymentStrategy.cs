namespace Infra.Configuration;

/// <summary>How a new version replaces the old one.</summary>
internal enum DeploymentStrategy
{
    /// <summary>task by task</summary>
    Rolling,

    /// <summary>all traffic at once, when the new version is up beside the old one</summary>
    BlueGreen,

    /// <summary>traffic in equal steps</summary>
    Linear,

    /// <summary>a little traffic first, then all of it</summary>
    Canary,
}
