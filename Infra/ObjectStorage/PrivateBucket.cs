using Pulumi;

namespace Infra.ObjectStorage;

internal sealed record PrivateBucketArgs
{
    public required StackContext Context { get; init; }

    public required bool Versioning { get; init; }

    public required bool DeleteWithContents { get; init; }

    /// <summary>The customer key that encrypts it; null for S3's own.</summary>
    public string? KmsKeyArn { get; init; }

    public int? ExpireAfterDays { get; init; }

    public int? ExpireOldVersionsAfterDays { get; init; }

    /// <summary>What others may do in the bucket, given its ARN and the account's id; besides, everyone is refused without TLS.</summary>
    public Func<string, string, IEnumerable<PolicyStatement>> Grants { get; init; } = (_, _) => [];
}

/// <summary>A bucket that is private, encrypted and reached over TLS only.</summary>
internal sealed class PrivateBucket : ComponentResource
{
    private const string Type = "infra:index:PrivateBucket";
    private const int AbortUploadsAfterDays = 7;

    private readonly string _name;

    public PrivateBucket(string name, PrivateBucketArgs args, ComponentResourceOptions options)
        : base(Type, name, options)
    {
        _name = name;
        var bucket = new S3.Bucket(AwsNames.Bucket.Fit(name), new S3.BucketArgs { ForceDestroy = args.DeleteWithContents }, this.Child());
        BlockPublicAccess(bucket);
        OwnObjects(bucket);
        Encrypt(bucket, args.KmsKeyArn);
        KeepVersions(bucket, args.Versioning);
        Expire(bucket, args);
        CreatePolicy(bucket, args);

        BucketName = bucket.BucketName;
        Arn = bucket.Arn;
        RegisterOutputs();
    }

    [Output("bucketName")]
    public Output<string> BucketName { get; }

    [Output("arn")]
    public Output<string> Arn { get; }

    private void BlockPublicAccess(S3.Bucket bucket) => _ = new S3.BucketPublicAccessBlock(
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

    private void OwnObjects(S3.Bucket bucket) => _ = new S3.BucketOwnershipControls(
        _name,
        new S3.BucketOwnershipControlsArgs
        {
            Bucket = bucket.Id,
            Rule = new S3.Inputs.BucketOwnershipControlsRuleArgs { ObjectOwnership = "BucketOwnerEnforced" },
        },
        this.Child());

    private void Encrypt(S3.Bucket bucket, string? kmsKeyArn)
    {
        var algorithm = new S3.Inputs.BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs { SseAlgorithm = "AES256" };
        var rule = new S3.Inputs.BucketServerSideEncryptionConfigurationRuleArgs { ApplyServerSideEncryptionByDefault = algorithm };
        if (kmsKeyArn is not null)
        {
            (algorithm.SseAlgorithm, algorithm.KmsMasterKeyId) = ("aws:kms", kmsKeyArn);
            // With a key of the bucket's own below the customer key, S3 asks KMS once for many objects.
            rule.BucketKeyEnabled = true;
        }

        _ = new S3.BucketServerSideEncryptionConfiguration(
            _name, new S3.BucketServerSideEncryptionConfigurationArgs { Bucket = bucket.Id, Rules = [rule] }, this.Child());
    }

    private void KeepVersions(S3.Bucket bucket, bool versioning)
    {
        if (versioning)
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

    private void Expire(S3.Bucket bucket, PrivateBucketArgs args)
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
            // What is left of a deleted object when all its versions have gone; with days S3 removes it by itself.
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
