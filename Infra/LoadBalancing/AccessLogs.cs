using Infra.ObjectStorage;
using Pulumi;

namespace Infra.LoadBalancing;

/// <summary>The bucket for a load balancer's access logs.</summary>
internal sealed class AccessLogs : ComponentResource
{
    private const string Type = "infra:index:AccessLogs";

    private AccessLogs(string name, StackContext context, int retentionDays, ComponentResourceOptions options)
        : base(Type, name, options)
    {
        var bucket = new PrivateBucket(
            name,
            new PrivateBucketArgs
            {
                Context = context,
                // No customer key: access logs cannot be delivered to a bucket that is encrypted with one.
                KmsKeyArn = null,
                Versioning = false,
                DeleteWithContents = true,
                ExpireAfterDays = retentionDays,
                Grants = (arn, accountId) => [AccessLogDelivery.Statement(context.Region, accountId, arn)],
            },
            this.ChildComponent());

        BucketName = bucket.BucketName;
        RegisterOutputs();
    }

    [Output("bucketName")]
    public Output<string> BucketName { get; }

    public static AccessLogs? For(string name, StackContext context, int? retentionDays, ComponentResourceOptions options) =>
        retentionDays is { } days ? new AccessLogs(name, context, days, options) : null;
}
