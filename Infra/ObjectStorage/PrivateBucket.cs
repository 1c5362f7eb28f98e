using Pulumi;

namespace Infra.ObjectStorage;

internal sealed record PrivateBucketArgs
{
    public required StackContext Context { get; init; }

    public required bool Versioning { get; init; }

    public required bool DeleteWithContents { get; init; }

    /// <summary>The customer managed KMS key; null for SSE-S3.</summary>
    public string? KmsKeyArn { get; init; }

    public int? ExpireAfterDays { get; init; }

    public int? ExpireOldVersionsAfterDays { get; init; }

    /// <summary>Further statements of the bucket policy, given the bucket's ARN and the account ID. Access without TLS is always denied.</summary>
    public Func<string, string, IEnumerable<PolicyStatement>> Grants { get; init; } = (_, _) => [];
}

/// <summary>A bucket that is private, encrypted, and accessible over TLS only.</summary>
internal sealed class PrivateBucket : ComponentResource
{
    private const string Type = "infra:index:PrivateBucket";
    private const int AbortUploadsAfterDays = 7;

    private readonly string _name;

    public PrivateBucket(string name, PrivateBucketArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        _name = name;
        // S3 refuses to delete a bucket with objects, after its policy and its other settings are gone. Protected, it keeps them.
        var bucket = new S3.Bucket(
            AwsNames.Bucket.Fit(name), new S3.BucketArgs { ForceDestroy = args.DeleteWithContents }, this.DataChild(isProtected: !args.DeleteWithContents));
        CreatePublicAccessBlock(bucket);
        CreateOwnershipControls(bucket);
        CreateEncryption(bucket, args.KmsKeyArn);
        CreateVersioning(bucket, args.Versioning);
        CreateLifecycle(bucket, args);
        CreatePolicy(bucket, args);

        BucketName = bucket.BucketName;
        Arn = bucket.Arn;
        RegisterOutputs();
    }

    [Output("bucketName")]
    public Output<string> BucketName { get; }

    [Output("arn")]
    public Output<string> Arn { get; }

    private void CreatePublicAccessBlock(S3.Bucket bucket) => _ = new S3.BucketPublicAccessBlock(
        _name,
        new S3.BucketPublicAccessBlockArgs
        {
            Bucket = bucket.Id,
            BlockPublicAcls = true,
            BlockPublicPolicy = true,
            IgnorePublicAcls = true,
            RestrictPublicBuckets = true,
        },
        this.Child());

    private void CreateOwnershipControls(S3.Bucket bucket) => _ = new S3.BucketOwnershipControls(
        _name,
        new S3.BucketOwnershipControlsArgs
        {
            Bucket = bucket.Id,
            Rule = new S3.Inputs.BucketOwnershipControlsRuleArgs { ObjectOwnership = "BucketOwnerEnforced" },
        },
        this.Child());

    private void CreateEncryption(S3.Bucket bucket, string? kmsKeyArn)
    {
        var algorithm = new S3.Inputs.BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs { SseAlgorithm = "AES256" };
        var rule = new S3.Inputs.BucketServerSideEncryptionConfigurationRuleArgs { ApplyServerSideEncryptionByDefault = algorithm };
        if (kmsKeyArn is not null)
        {
            (algorithm.SseAlgorithm, algorithm.KmsMasterKeyId) = ("aws:kms", kmsKeyArn);
            // With a bucket key, S3 calls KMS once for many objects.
            rule.BucketKeyEnabled = true;
        }

        _ = new S3.BucketServerSideEncryptionConfiguration(
            _name, new S3.BucketServerSideEncryptionConfigurationArgs { Bucket = bucket.Id, Rules = [rule] }, this.Child());
    }

    private void CreateVersioning(S3.Bucket bucket, bool isVersioned)
    {
        if (isVersioned)
        {
            _ = new S3.BucketVersioning(
                _name,
                new S3.BucketVersioningArgs
                {
                    Bucket = bucket.Id,
                    VersioningConfiguration = new S3.Inputs.BucketVersioningVersioningConfigurationArgs { Status = "Enabled" },
                },
                this.Child());
        }
    }

    private void CreateLifecycle(S3.Bucket bucket, PrivateBucketArgs args)
    {
        var rule = new S3.Inputs.BucketLifecycleConfigurationRuleArgs
        {
            Id = "expire",
            Status = "Enabled",
            Filter = new S3.Inputs.BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
            AbortIncompleteMultipartUpload =
                new S3.Inputs.BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs { DaysAfterInitiation = AbortUploadsAfterDays },
        };
        if (args.ExpireAfterDays is { } days)
        {
            rule.Expiration = new S3.Inputs.BucketLifecycleConfigurationRuleExpirationArgs { Days = days };
        }
        else if (args.Versioning)
        {
            // A delete marker remains when all versions of an object have expired; with Days set, S3 removes it without being told.
            // https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleExpiration.html
            rule.Expiration = new S3.Inputs.BucketLifecycleConfigurationRuleExpirationArgs { ExpiredObjectDeleteMarker = true };
        }

        if (args.ExpireOldVersionsAfterDays is { } oldDays)
        {
            rule.NoncurrentVersionExpiration = new S3.Inputs.BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs { NoncurrentDays = oldDays };
        }

        _ = new S3.BucketLifecycleConfiguration(
            _name, new S3.BucketLifecycleConfigurationArgs { Bucket = bucket.Id, Rules = [rule] }, this.Child());
    }

    private void CreatePolicy(S3.Bucket bucket, PrivateBucketArgs args) => _ = new S3.BucketPolicy(
        _name,
        new S3.BucketPolicyArgs
        {
            Bucket = bucket.Id,
            Policy = Output.Tuple(bucket.Arn, args.Context.AccountId).Apply(known =>
            {
                var (arn, accountId) = known;
                return PolicyDocument.Json([PolicyStatement.DenyWithoutTls(arn), .. args.Grants(arn, accountId)]);
            }),
        },
        this.Child());
}
