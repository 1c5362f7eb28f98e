namespace Infra.Planning;

/// <summary>The command that runs a job now.</summary>
internal sealed record RunTaskCommand
{
    public required string Region { get; init; }

    public required string Cluster { get; init; }

    public required string TaskDefinition { get; init; }

    public required IReadOnlyList<string> Subnets { get; init; }

    public required string SecurityGroup { get; init; }

    public required bool AssignPublicIp { get; init; }

    public required IReadOnlyList<CapacityShare> CapacityProviders { get; init; }

    // Brackets and braces mean something to shells.
    public string Text() =>
        $"aws ecs run-task --region {Region} --cluster {Cluster} --task-definition {TaskDefinition} --count 1 "
        + $"--capacity-provider-strategy {string.Join(' ', CapacityProviders.Select(Strategy))} "
        + $"--network-configuration '{Network()}' --enable-ecs-managed-tags --propagate-tags TASK_DEFINITION";

    private static string Strategy(CapacityShare share) => $"capacityProvider={share.Provider},base={share.Base},weight={share.Weight}";

    private string Network() =>
        $"awsvpcConfiguration={{subnets=[{string.Join(',', Subnets)}],securityGroups=[{SecurityGroup}],"
        + $"assignPublicIp={(AssignPublicIp ? "ENABLED" : "DISABLED")}}}";
}
