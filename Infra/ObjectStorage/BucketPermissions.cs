namespace Infra.ObjectStorage;

/// <summary>Policy statements for access to a bucket.</summary>
internal static class BucketPermissions
{
    private static readonly string[] Read = ["s3:GetObject"];

    private static readonly string[] Write =
        ["s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"];

    public static PolicyStatement List(string bucketArn) =>
        PolicyStatement.Allow(["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"], bucketArn);

    public static PolicyStatement Use(string bucketArn, bool write) =>
        PolicyStatement.Allow(write ? [.. Read, .. Write] : Read, $"{bucketArn}/*");
}
