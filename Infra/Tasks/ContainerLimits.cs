using System.Text.Json.Nodes;

namespace Infra.Tasks;

/// <summary>A limit of the operating system for the processes of a container; -1 is no limit.</summary>
internal sealed record Ulimit(string Name, int Soft, int Hard)
{
    // ECS wants both, and gives back a limit of 0 as it was sent.
    public JsonNode ToJson() => new JsonObject { ["name"] = Name, ["softLimit"] = Soft, ["hardLimit"] = Hard };
}

/// <summary>What one container may take of its task. What is not limited is left out, for AWS gives back only what it was sent.</summary>
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
