namespace Infra.Tasks;

/// <summary>The AWS CLI command that runs a task.</summary>
internal sealed record RunTaskCommand
{
    public required string Region { get; init; }

    public required string Cluster { get; init; }

    public required string TaskDefinition { get; init; }

    /// <summary>The awsvpc network; null with <c>networkMode: host</c>.</summary>
    public RunTaskNetwork? Network { get; init; }

    public required IReadOnlyList<CapacityShare> CapacityProviders { get; init; }

    public string Text() =>
        $"aws ecs run-task --region {Region} --cluster {Cluster} --task-definition {TaskDefinition} --count 1 "
        + $"--capacity-provider-strategy {string.Join(' ', CapacityProviders.Select(Strategy))} "
        + $"{Network?.Option()}--enable-ecs-managed-tags --propagate-tags TASK_DEFINITION";

    private static string Strategy(CapacityShare share) => $"capacityProvider={share.Provider},base={share.Base},weight={share.Weight}";
}

/// <summary>The awsvpc network of a task.</summary>
internal sealed record RunTaskNetwork
{
    public required IReadOnlyList<string> Subnets { get; init; }

    public required string SecurityGroup { get; init; }

    public required bool AssignPublicIp { get; init; }

    // Quoted, because brackets and braces are special characters of the shell.
    public string Option() =>
        $"--network-configuration 'awsvpcConfiguration={{subnets=[{string.Join(',', Subnets)}],securityGroups=[{SecurityGroup}],"
        + $"assignPublicIp={(AssignPublicIp ? "ENABLED" : "DISABLED")}}}' ";
}
