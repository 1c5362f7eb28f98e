using System.Text.Json.Nodes;
using Infra.Tests.Support;

namespace Infra.Tests.Systems;

/// <summary>Containers of a task definition, and permissions of roles.</summary>
internal static class Containers
{
    public static JsonNode Named(RegisteredResource definition, string name) => Assert.Single(
        definition.Json("containerDefinitions").AsArray(), container => (string?)container!["name"] == name)!;

    public static string? Variable(JsonNode container, string name) =>
        (string?)Assert.Single(container["environment"]!.AsArray(), variable => (string?)variable!["name"] == name)!["value"];

    public static IReadOnlyDictionary<string, string> Secrets(JsonNode container) => container["secrets"]!.AsArray()
        .ToDictionary(secret => (string)secret!["name"]!, secret => (string)secret!["valueFrom"]!);

    /// <summary>The permissions in the inline policy of a role, as "action on resource".</summary>
    public static IReadOnlyList<string> Allowed(StackRun run, string role) =>
    [
        .. run.Find<AwsIam.RolePolicy>(role).Json("policy")["Statement"]!.AsArray().SelectMany(statement =>
            statement!["Action"]!.AsArray().SelectMany(action => statement["Resource"]!.AsArray().Select(resource => $"{action} on {resource}"))),
    ];
}
