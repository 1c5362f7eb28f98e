using Infra.ObjectStorage;
using Pulumi;

namespace Infra.LoadBalancing;

internal sealed record AccessLogsArgs
{
    public required StackContext Context { get; init; }

    public required int RetentionDays { get; init; }
}

/// <summary>The S3 bucket for a load balancer's access logs.</summary>
internal sealed class AccessLogs : ComponentResource
{
    private const string Type = "infra:index:AccessLogs";

    public AccessLogs(string name, AccessLogsArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        var bucket = new PrivateBucket(
            name,
            new PrivateBucketArgs
            {
                Context = args.Context,
                // Access logs cannot be delivered to a bucket that is encrypted with a customer managed key.
                KmsKeyArn = null,
                Versioning = false,
                DeleteWithContents = true,
                ExpireAfterDays = args.RetentionDays,
                Grants = (arn, accountId) => [AccessLogDelivery.Statement(args.Context.Region, accountId, arn)],
            },
            this.ChildComponent());

        BucketName = bucket.BucketName;
        RegisterOutputs();
    }

    [Output("bucketName")]
    public Output<string> BucketName { get; }
}
