using Infra.Clusters;
using Infra.Sandbox.Costs.Prices;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Costs.Usage;

/// <summary>The size of a task, from its task definition.</summary>
internal sealed record TaskSize(decimal Cpus, decimal MemoryGiB, bool IsArm, decimal ScratchGiB, bool HasInterface)
{
    private const decimal UnitsPerCpu = 1024;
    private const decimal FreeScratchGiB = 20;

    private string Architecture => IsArm ? "arm" : "x86";

    /// <summary>"0.5 vCPU, 1 GiB, arm64".</summary>
    public string Text => FormattableString.Invariant($"{Cpus:0.####} vCPU, {MemoryGiB:0.###} GiB, {(IsArm ? "arm64" : "x86_64")}");

    /// <summary>Scratch space beyond the 20 GiB that are free.</summary>
    public decimal ChargedScratchGiB => Math.Max(0, ScratchGiB - FreeScratchGiB);

    public TaskDemand Demand => new((int)(Cpus * UnitsPerCpu), (int)(MemoryGiB * UnitsPerCpu), HasInterface ? 1 : 0);

    public static TaskSize Of(ResourceNode definition) => new(
        (definition.Inputs.Number("cpu") ?? 0) / UnitsPerCpu,
        (definition.Inputs.Number("memory") ?? 0) / UnitsPerCpu,
        definition.Inputs.Map("runtimePlatform").Text("cpuArchitecture") == "ARM64",
        definition.Inputs.Map("ephemeralStorage").Number("sizeInGib") ?? 0,
        definition.Inputs.Text("networkMode") == "awsvpc");

    /// <summary>The price of an hour on Fargate; null if one of its parts is not known.</summary>
    /// <param name="prices">The prices of the region.</param>
    /// <param name="spotFactor">The price of Spot in relation to the full price; 1 for Fargate itself.</param>
    public Price? HourlyPrice(RegionPrices prices, decimal spotFactor = 1) =>
        prices.Find($"fargate.{Architecture}.vcpuHour") is { } cpu && prices.Find($"fargate.{Architecture}.gbHour") is { } memory
            ? new Price(((Cpus * cpu.Usd) + (MemoryGiB * memory.Usd)) * spotFactor, cpu.Source)
            : null;

    /// <summary>The observed or assumed price of Fargate Spot in relation to Fargate.</summary>
    public decimal SpotFactor(RegionPrices prices) => prices.Find($"fargateSpot.{Architecture}.factor")?.Usd ?? 1;
}
