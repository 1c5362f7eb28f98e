using System.Text.Json.Nodes;

namespace Infra.Planning;

/// <summary>Where a container sees a volume of its task.</summary>
internal sealed record ContainerMount(string Volume, string Path, bool ReadOnly)
{
    public JsonNode ToJson() => new JsonObject { ["sourceVolume"] = Volume, ["containerPath"] = Path, ["readOnly"] = ReadOnly };
}
