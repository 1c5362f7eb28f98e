namespace Infra.Clusters;

/// <summary>The resources of an instance that a task needs.</summary>
/// <param name="CpuUnits">CPU units; 1,024 are one vCPU.</param>
/// <param name="MemoryMiB">Memory in MiB.</param>
/// <param name="Interfaces">Network interfaces: one in awsvpc mode, none in host mode.</param>
internal sealed record TaskDemand(int CpuUnits, int MemoryMiB, int Interfaces)
{
    public static TaskDemand operator *(TaskDemand demand, int tasks) =>
        new(demand.CpuUnits * tasks, demand.MemoryMiB * tasks, demand.Interfaces * tasks);

    public static TaskDemand operator +(TaskDemand one, TaskDemand other) =>
        new(one.CpuUnits + other.CpuUnits, one.MemoryMiB + other.MemoryMiB, one.Interfaces + other.Interfaces);
}

/// <summary>The resources of an EC2 instance that tasks can use.</summary>
internal sealed record InstanceRoom(string InstanceType, int CpuUnits, int MemoryMiB, int Interfaces)
{
    private const int UnitsPerCpu = 1024;

    /// <summary>
    /// All resources of an instance type except its primary network interface, which tasks cannot use.
    /// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html
    /// </summary>
    public static InstanceRoom Of(string instanceType, InstanceSpecification specification) =>
        new(instanceType, specification.VirtualCpus * UnitsPerCpu, specification.MemoryMiB, specification.NetworkInterfaces - 1);

    /// <summary>
    /// Memory that is available to tasks on nearly every instance type. What the operating system takes is not published and differs by
    /// type; a tenth is a safe estimate except for the smallest types.
    /// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/memory-management.html
    /// </summary>
    public int SureMemoryMiB => MemoryMiB * 9 / 10;

    /// <summary>The maximum number of these tasks on one instance.</summary>
    public int Holds(TaskDemand task) => new[]
    {
        CpuUnits / task.CpuUnits,
        (MemoryMiB - 1) / task.MemoryMiB,
        task.Interfaces > 0 ? Interfaces / task.Interfaces : int.MaxValue,
    }.Min();

    /// <summary>The minimum number of instances for these tasks, with perfect placement.</summary>
    public int InstancesFor(TaskDemand tasks) => new[]
    {
        Needed(tasks.CpuUnits, CpuUnits),
        Needed(tasks.MemoryMiB, MemoryMiB - 1),
        tasks.Interfaces > 0 ? Needed(tasks.Interfaces, Math.Max(1, Interfaces)) : 0,
    }.Max();

    private static int Needed(int wanted, int available) => (wanted + available - 1) / available;
}
