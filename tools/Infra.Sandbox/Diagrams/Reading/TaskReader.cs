using System.Text.Json;
using Infra.Sandbox.Diagrams.Model;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Diagrams.Reading;

/// <summary>Reads what tasks consist of, and what their roles and secrets let them use.</summary>
internal sealed class TaskReader(StackIndex index)
{
    /// <summary>The size and the platform, then the images.</summary>
    /// <param name="definition">The task definition.</param>
    /// <param name="providers">The capacity providers.</param>
    public IEnumerable<Fact> Facts(ResourceNode definition, IEnumerable<string> providers)
    {
        var facts = new FactList
        {
            { "size", Quantities.TaskSize(definition.Inputs.Text("cpu"), definition.Inputs.Text("memory")) },
            { "platform", Platform(definition, providers) },
        };
        using var containers = Parse(definition.Inputs.Text("containerDefinitions"));
        var images = containers.RootElement.EnumerateArray()
            .Select(container => (Name: container.GetProperty("name").GetString(), Image: ImageText(container.GetProperty("image").GetString()!)));
        foreach (var (name, image) in images.DistinctBy(container => container.Image))
        {
            facts.Add($"image:{name}", image);
        }

        return facts;
    }

    /// <summary>The buckets, queues and secrets that the tasks use.</summary>
    public IEnumerable<Fact> Uses(ResourceNode definition)
    {
        var role = index.Find(definition.Inputs.Text("taskRoleArn"));
        var facts = new FactList();
        foreach (var (resource, actions) in GrantsOf(role))
        {
            facts.Add(
                $"uses:{resource.Key}",
                resource.Key.Type == Types.Bucket
                    ? $"bucket {index.ShortName(resource, "buckets")}: {Verbs(actions, ("s3:GetObject", "read"), ("s3:PutObject", "write"))}"
                    : $"queue {index.ShortName(resource, "queues")}: {Verbs(actions, ("sqs:SendMessage", "send"), ("sqs:ReceiveMessage", "receive"))}",
                FactSide.Right);
        }

        var secrets = SecretsOf(definition).Distinct().Count();
        facts.Add("secrets", secrets == 0 ? null : Quantities.Count(secrets, "secret"), FactSide.Right);
        return facts;
    }

    /// <summary>The ARNs of the secrets and parameters that a task reads.</summary>
    public static IEnumerable<string> SecretsOf(ResourceNode definition)
    {
        using var containers = Parse(definition.Inputs.Text("containerDefinitions"));
        return containers.RootElement.EnumerateArray()
            .Where(container => container.TryGetProperty("secrets", out _))
            .SelectMany(container => container.GetProperty("secrets").EnumerateArray())
            .Select(secret => secret.GetProperty("valueFrom").GetString()!)
            .ToList();
    }

    private static string Platform(ResourceNode definition, IEnumerable<string> providers)
    {
        var names = providers.Select(ProviderText).Distinct().ToList();
        var platform = names.Count > 0 ? string.Join(" and ", names)
            : definition.Inputs.Texts("requiresCompatibilities").Contains("EC2") ? "EC2" : "Fargate";
        var processor = definition.Inputs.Map("runtimePlatform").Text("cpuArchitecture") is { } architecture ? $", {ProcessorText(architecture)}" : "";
        var network = definition.Inputs.Text("networkMode") == "host" ? ", host network" : "";
        return $"{platform}{processor}{network}";
    }

    private static string ProcessorText(string architecture) => architecture == "ARM64" ? "arm64" : "x86_64";

    private static string ProviderText(string provider) => provider switch
    {
        "FARGATE" => "Fargate",
        "FARGATE_SPOT" => "Fargate Spot",
        _ => $"EC2 ({provider[(provider.LastIndexOf('_') + 1)..]})",
    };

    // An image of the stack's own repository begins with a reference.
    private string ImageText(string image) => string.Concat(Symbol.Split(image).Select(part => part.Symbol is { } symbol
        ? index.Find(symbol.ToString()) is { } repository ? index.ShortName(repository, "repositories") : symbol.Path
        : part.Text));

    private IEnumerable<(ResourceNode Resource, HashSet<string> Actions)> GrantsOf(ResourceNode? role)
    {
        var grants = new Dictionary<ResourceKey, HashSet<string>>();
        var policies = index.Of(Types.RolePolicy).Where(policy => role is not null && index.Find(policy.Inputs.Text("role"))?.Key == role.Key);
        foreach (var (actions, resource) in policies.SelectMany(policy => StatementsOf(policy.Inputs.Text("policy"))))
        {
            foreach (var key in Symbol.In(resource).Select(symbol => symbol.Resource).Where(key => key.Type is Types.Bucket or Types.Queue))
            {
                grants.TryAdd(key, []);
                grants[key].UnionWith(actions);
            }
        }

        return grants.Select(grant => (index.Of(grant.Key.Type).Single(node => node.Key == grant.Key), grant.Value));
    }

    private static List<(string[] Actions, string Resource)> StatementsOf(string? policy)
    {
        using var document = Parse(policy);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        return
        [
            .. from statement in document.RootElement.GetProperty("Statement").EnumerateArray()
               where statement.TryGetProperty("Resource", out _)
               let actions = statement.GetProperty("Action").EnumerateArray().Select(action => action.GetString()!).ToArray()
               from resource in statement.GetProperty("Resource").EnumerateArray()
               select (actions, resource.GetString()!),
        ];
    }

    private static string Verbs(HashSet<string> actions, params (string Action, string Verb)[] verbs) =>
        string.Join(", ", verbs.Where(verb => actions.Contains(verb.Action)).Select(verb => verb.Verb));

    private static JsonDocument Parse(string? json) => JsonDocument.Parse(string.IsNullOrEmpty(json) ? "[]" : json);
}
