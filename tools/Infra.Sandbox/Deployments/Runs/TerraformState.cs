using System.Text.Json.Nodes;
using Infra.Sandbox.Deployments.Folders;

namespace Infra.Sandbox.Deployments.Runs;

/// <summary>Terraform's state in the work folder.</summary>
internal static class TerraformState
{
    public const string FileName = "terraform.tfstate";

    // Terraform deletes it unless it is killed.
    private const string LockName = ".terraform.tfstate.lock.info";

    private const string IncompleteName = "incomplete";

    /// <summary>Whether terraform was stopped during calls, so that the state may lack their resources.</summary>
    public static bool IsIncomplete(WorkFolder folder) => folder.Read(LockName) is not null || folder.Read(IncompleteName) is not null;

    /// <summary>Records that resources may exist without being in the state.</summary>
    public static void MarkIncomplete(WorkFolder folder, IEnumerable<string> addresses) => folder.Write(IncompleteName, string.Join('\n', addresses));

    /// <summary>The resources in the state; empty if there is no state.</summary>
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

    /// <summary>Deletes the state.</summary>
    public static void Discard(WorkFolder folder)
    {
        folder.Delete(FileName);
        folder.Delete(FileName + ".backup");
        ClearIncomplete(folder);
    }

    public static void ClearIncomplete(WorkFolder folder)
    {
        folder.Delete(LockName);
        folder.Delete(IncompleteName);
    }
}

/// <summary>A resource in the state.</summary>
internal sealed record StateResource
{
    public required string Type { get; init; }

    public required string Name { get; init; }

    /// <summary>The instance key, if the resource uses count or for_each.</summary>
    public JsonNode? Key { get; init; }

    /// <summary>Whether its creation did not complete, so terraform would replace it.</summary>
    public bool IsTainted { get; init; }

    public string Address => $"{Type}.{Name}{(Key is null ? "" : $"[{Key.ToJsonString()}]")}";
}
