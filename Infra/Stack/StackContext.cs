using Pulumi;

namespace Infra.Stack;

/// <summary>Inputs shared by all components: names, tags, the account and the region.</summary>
internal sealed record StackContext : IStackPart
{
    public required ResourceNames Names { get; init; }

    public required string Region { get; init; }

    public required Output<string> AccountId { get; init; }

    public string? PermissionsBoundaryArn { get; init; }

    /// <summary>The customer key for all that is stored; null for AWS's own keys.</summary>
    public string? KmsKeyArn { get; init; }

    /// <summary>Days for which a deleted secret can be restored.</summary>
    public int SecretRecoveryWindowDays { get; init; } = 30;

    /// <summary>For resources that another component makes; all others are tagged by <see cref="Tagging"/>.</summary>
    public required ResourceTags Tags { get; init; }

    public IReadOnlyDictionary<string, Output<string>> Placeholders => new Dictionary<string, Output<string>>
    {
        [AccountDescription.Region] = Output.Create(Region),
        [AccountDescription.AccountId] = AccountId,
    };

    /// <summary>The scope of policy statements about the stack's resources.</summary>
    public AwsScope Scope => new(Region, KmsKeyArn);

    public AwsPartition Partition => AwsPartition.OfRegion(Region);

    /// <summary>The ARN of something in this account and region, known before it exists.</summary>
    public Output<string> Arn(string service, string resource) =>
        AccountId.Apply(account => Partition.Arn(service, Region, account, resource));

    /// <summary>The ARN of every task of the stack's cluster.</summary>
    public Output<string> EveryTaskArn => Arn("ecs", $"task/{Names.Deployment}/*");

    public static StackContext Create(StackConfig config) => Create(config, new ResourceNames(config.Name, Deployment.Instance.StackName));

    private static StackContext Create(StackConfig config, ResourceNames names) => new()
    {
        Names = names,
        Tags = new ResourceTags(names, config.Tags),
        Region = config.Region,
        AccountId = Aws.GetCallerIdentity.Invoke().Apply(identity => identity.AccountId),
        PermissionsBoundaryArn = config.PermissionsBoundaryArn,
        KmsKeyArn = config.KmsKeyArn,
        SecretRecoveryWindowDays = config.SecretRecoveryWindowDays,
    };
}
