using Pulumi;

namespace Infra.Stack;

/// <summary>What every component may need to know about the stack it belongs to.</summary>
internal sealed record StackContext
{
    public required ResourceNames Names { get; init; }

    public required string Region { get; init; }

    public required Output<string> AccountId { get; init; }

    public string? PermissionsBoundaryArn { get; init; }

    /// <summary>The customer key for all that is stored; null for AWS's own keys.</summary>
    public string? KmsKeyArn { get; init; }

    /// <summary>For resources that another component makes; all others are tagged by <see cref="Tagging"/>.</summary>
    public required ResourceTags Tags { get; init; }

    public AwsPartition Partition => AwsPartition.OfRegion(Region);

    /// <summary>The ARN of something in this account and region, known before it exists.</summary>
    public Output<string> Arn(string service, string resource) =>
        AccountId.Apply(account => Partition.Arn(service, Region, account, resource));

    /// <summary>The ARN of every task of the stack's cluster.</summary>
    public Output<string> EveryTaskArn => Arn("ecs", $"task/{Names.Deployment}/*");

    public static StackContext For(StackConfig config) => For(config, new ResourceNames(config.Name, Deployment.Instance.StackName));

    private static StackContext For(StackConfig config, ResourceNames names) => new()
    {
        Names = names,
        Tags = new ResourceTags(names, config.Tags),
        Region = config.Region,
        AccountId = Aws.GetCallerIdentity.Invoke().Apply(identity => identity.AccountId),
        PermissionsBoundaryArn = config.PermissionsBoundaryArn,
        KmsKeyArn = config.KmsKeyArn,
    };
}
