using System.Globalization;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Diagrams.Reading;

/// <summary>Numbers with their units, as people read them.</summary>
internal static class Quantities
{
    private const int UnitsPerCpu = 1024;
    private const int MiBPerGiB = 1024;

    public static double? Number(this PropertyValue.Map map, string key) => (map.Find(key) as PropertyValue.Number)?.Value;

    public static string Plain(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>Two limits as a range: <c>2–12</c>, or one number where they are equal.</summary>
    public static string Range(double? first, double? last) =>
        first is { } low && last is { } high && low != high ? $"{Plain(low)}–{Plain(high)}" : Plain(first ?? last ?? 0);

    public static string Count(double number, string word) => $"{Plain(number)} {word}{(number == 1 ? "" : "s")}";

    /// <summary>The size of a task from its CPU units and MiB: <c>0.5 vCPU, 1 GiB</c>.</summary>
    public static string TaskSize(string? cpuUnits, string? memoryMiB) => string.Join(", ", new[]
    {
        Parse(cpuUnits) is { } cpu ? $"{Plain(cpu / UnitsPerCpu)} vCPU" : null,
        Parse(memoryMiB) is { } memory ? memory < MiBPerGiB ? $"{Plain(memory)} MiB" : $"{Plain(memory / MiBPerGiB)} GiB" : null,
    }.OfType<string>());

    private static double? Parse(string? text) => double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;
}
