namespace Infra.Configuration;

/// <summary>What steps can go by.</summary>
internal enum ScalingMetric
{
    /// <summary>average percentage of the tasks' CPU</summary>
    Cpu,

    /// <summary>average percentage of the tasks' memory</summary>
    Memory,

    /// <summary>messages that wait in a queue</summary>
    QueueDepth,
}
