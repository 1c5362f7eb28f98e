using System.Text.Json.Nodes;

namespace Infra.Tasks;

/// <summary>When ECS starts a container again in its task.</summary>
internal sealed record ContainerRestartPolicy(IReadOnlyList<int> IgnoredExitCodes, int AttemptPeriodSeconds)
{
    public JsonNode ToJson()
    {
        var json = new JsonObject { ["enabled"] = true, ["restartAttemptPeriod"] = AttemptPeriodSeconds };
        if (IgnoredExitCodes.Count > 0)
        {
            json["ignoredExitCodes"] = CanonicalJson.Array(IgnoredExitCodes.Order().Select(code => (JsonNode)code));
        }

        return json;
    }
}
