using System.Text.Json.Nodes;
using Infra.Sandbox.Deployments.Folders;

namespace Infra.Sandbox.Deployments.Runs;

/// <summary>The state that terraform keeps in the work folder.</summary>
internal static class TerraformState
{
    public const string FileName = "terraform.tfstate";

    // Terraform removes it when it ends in any way but by force.
    private const string LockName = ".terraform.tfstate.lock.info";

    private const string DoubtName = "doubt";

    /// <summary>Whether terraform was ended while it was calling the emulator, so that the state may lack what was made by these calls.</summary>
    public static bool IsInDoubt(WorkFolder folder) => folder.Read(LockName) is not null || folder.Read(DoubtName) is not null;

    /// <summary>Remembers that some resources may be there without being in the state.</summary>
    public static void Doubt(WorkFolder folder, IEnumerable<string> addresses) => folder.Write(DoubtName, string.Join('\n', addresses));

    /// <summary>The resources in the state; none where there is no state.</summary>
    public static IReadOnlyList<StateResource> ResourcesIn(WorkFolder folder) => Resources(folder.Read(FileName));

    public static IReadOnlyList<StateResource> Resources(string? state)
    {
        if (state is null || JsonNode.Parse(state)?["resources"] is not JsonArray resources)
        {
            return [];
        }

        return
        [
            .. from resource in resources
               where resource!["mode"]!.GetValue<string>() == "managed"
               from instance in resource["instances"]!.AsArray()
               select new StateResource
               {
                   Type = resource["type"]!.GetValue<string>(),
                   Name = resource["name"]!.GetValue<string>(),
                   Key = instance["index_key"],
                   IsTainted = instance["status"]?.GetValue<string>() == "tainted",
               },
        ];
    }

    /// <summary>Forgets everything that was deployed.</summary>
    public static void Discard(WorkFolder folder)
    {
        folder.Delete(FileName);
        folder.Delete(FileName + ".backup");
        ForgetDoubt(folder);
    }

    public static void ForgetDoubt(WorkFolder folder)
    {
        folder.Delete(LockName);
        folder.Delete(DoubtName);
    }
}

/// <summary>A resource that terraform has made.</summary>
internal sealed record StateResource
{
    public required string Type { get; init; }

    public required string Name { get; init; }

    /// <summary>Which of several it is, where there are several of one name.</summary>
    public JsonNode? Key { get; init; }

    /// <summary>Whether it was not made completely and would be replaced.</summary>
    public bool IsTainted { get; init; }

    public string Address => $"{Type}.{Name}{(Key is null ? "" : $"[{Key.ToJsonString()}]")}";
}
