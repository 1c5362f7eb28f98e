namespace Infra.Clusters;

/// <summary>What a task takes of the instance it runs on.</summary>
/// <param name="CpuUnits">CPU units; 1024 are one vCPU.</param>
/// <param name="MemoryMiB">Memory in MiB.</param>
/// <param name="Interfaces">Network interfaces: one in awsvpc mode, none in host mode.</param>
internal sealed record TaskDemand(int CpuUnits, int MemoryMiB, int Interfaces)
{
    public static TaskDemand operator *(TaskDemand demand, int tasks) =>
        new(demand.CpuUnits * tasks, demand.MemoryMiB * tasks, demand.Interfaces * tasks);

    public static TaskDemand operator +(TaskDemand one, TaskDemand other) =>
        new(one.CpuUnits + other.CpuUnits, one.MemoryMiB + other.MemoryMiB, one.Interfaces + other.Interfaces);
}

/// <summary>What an EC2 instance has for tasks.</summary>
internal sealed record InstanceRoom(string InstanceType, int CpuUnits, int MemoryMiB, int Interfaces)
{
    private const int UnitsOfACpu = 1024;

    /// <summary>
    /// All that the instance has, of which its own network interface is never a task's.
    /// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html
    /// </summary>
    public static InstanceRoom Of(string instanceType, InstanceSpecification specification) =>
        new(instanceType, specification.VirtualCpus * UnitsOfACpu, specification.MemoryMiB, specification.NetworkInterfaces - 1);

    /// <summary>
    /// Memory with which a task surely fits. What the kernel and the platform take is not published and differs by type, so ECS says to look
    /// at a running instance; a tenth is on the safe side but for the smallest.
    /// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/memory-management.html
    /// </summary>
    public int SureMemoryMiB => MemoryMiB * 9 / 10;

    /// <summary>How many such tasks fit on one instance at the most.</summary>
    public int Holds(TaskDemand task) => new[]
    {
        CpuUnits / task.CpuUnits,
        (MemoryMiB - 1) / task.MemoryMiB,
        task.Interfaces > 0 ? Interfaces / task.Interfaces : int.MaxValue,
    }.Min();

    /// <summary>How many instances some tasks need at the least, however well they are packed.</summary>
    public int InstancesFor(TaskDemand tasks) => new[]
    {
        Needed(tasks.CpuUnits, CpuUnits),
        Needed(tasks.MemoryMiB, MemoryMiB - 1),
        tasks.Interfaces > 0 ? Needed(tasks.Interfaces, Math.Max(1, Interfaces)) : 0,
    }.Max();

    private static int Needed(int wanted, int available) => (wanted + available - 1) / available;
}
