using System.Text.Json.Nodes;

namespace Infra.Tasks;

/// <summary>The command by which ECS asks a container itself whether it is well.</summary>
internal sealed record ContainerHealthCheck(
    string Command, int IntervalSeconds, int TimeoutSeconds, int Retries, int StartPeriodSeconds)
{
    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["command"] = CanonicalJson.Array(["CMD-SHELL", Command]),
            ["interval"] = IntervalSeconds,
            ["timeout"] = TimeoutSeconds,
            ["retries"] = Retries,
        };
        if (StartPeriodSeconds > 0)
        {
            json["startPeriod"] = StartPeriodSeconds;
        }

        return json;
    }
}
