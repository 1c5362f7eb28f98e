using System.Text.Json.Nodes;

namespace Infra.Tasks;

/// <summary>An operating system limit for the processes of a container; -1 for no limit.</summary>
internal sealed record Ulimit(string Name, int Soft, int Hard)
{
    // ECS requires both, and returns a limit of 0 unchanged.
    public JsonNode ToJson() => new JsonObject { ["name"] = Name, ["softLimit"] = Soft, ["hardLimit"] = Hard };
}

/// <summary>The resource limits of a container. Limits that are not set are left out, because AWS returns only those it received.</summary>
internal sealed record ContainerLimits
{
    public int? CpuUnits { get; init; }

    public int? MemoryMiB { get; init; }

    public int? MemoryReservationMiB { get; init; }

    public IReadOnlyList<Ulimit> Ulimits { get; init; } = [];

    public void AddTo(JsonObject json)
    {
        AddNumber(json, "cpu", CpuUnits);
        AddNumber(json, "memory", MemoryMiB);
        AddNumber(json, "memoryReservation", MemoryReservationMiB);
        if (Ulimits.Count > 0)
        {
            json["ulimits"] = CanonicalJson.Array(Ulimits.OrderBy(limit => limit.Name, StringComparer.Ordinal).Select(limit => limit.ToJson()));
        }
    }

    private static void AddNumber(JsonObject json, string key, int? number)
    {
        if (number is { } known)
        {
            json[key] = known;
        }
    }
}
