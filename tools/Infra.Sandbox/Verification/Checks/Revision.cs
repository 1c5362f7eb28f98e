using System.Collections.Immutable;
using Infra.Sandbox.Verification.Aws;

namespace Infra.Sandbox.Verification.Checks;

/// <summary>A revision of a task definition. It never changes, so it says what was deployed.</summary>
internal sealed record Revision
{
    public required bool IsActive { get; init; }

    /// <summary>The sources of the secrets, by variable.</summary>
    public required ImmutableSortedDictionary<string, string> Secrets { get; init; }

    public required ImmutableArray<ContainerLog> Logs { get; init; }

    /// <returns>The revision; null if ECS does not have it.</returns>
    public static async Task<Revision?> ReadAsync(string arn, IAwsCli aws, CancellationToken cancellation)
    {
        try
        {
            var answer = await aws.CallAsync(new AwsCall("ecs", "describe-task-definition", "--task-definition", arn), cancellation);
            var definition = answer.Find("taskDefinition") ?? default;
            var containers = definition.Items("containerDefinitions").ToList();
            return new Revision
            {
                IsActive = definition.Text("status") == "ACTIVE",
                Secrets = containers
                    .SelectMany(container => container.Items("secrets"))
                    .DistinctBy(secret => secret.Text("name"))
                    .ToImmutableSortedDictionary(secret => secret.Text("name"), secret => secret.Text("valueFrom"), StringComparer.Ordinal),
                Logs =
                [
                    .. from container in containers
                       let options = (container.Find("logConfiguration") ?? default).Find("options") ?? default
                       select new ContainerLog(container.Text("name"), options.Text("awslogs-group"), options.Text("awslogs-stream-prefix")),
                ],
            };
        }
        catch (AwsCallException exception) when (exception.Code is "ClientException" or "InvalidParameterException")
        {
            return null;
        }
    }

    /// <summary>A revision without its prefix, as people write it: <c>shop-prod:41</c>.</summary>
    public static string ShortName(string arn) => arn[(arn.LastIndexOf('/') + 1)..];
}

/// <summary>The log of a container.</summary>
internal sealed record ContainerLog(string Container, string Group, string Prefix)
{
    public string StreamOf(string taskId) => $"{Prefix}/{Container}/{taskId}";
}
