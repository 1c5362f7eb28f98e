using System.ComponentModel.DataAnnotations;

namespace Infra.ObjectStorage;

/// <summary>An S3 bucket: private, encrypted, reached over TLS only.</summary>
internal sealed record BucketConfig
{
    /// <summary>Keep what is overwritten or deleted.</summary>
    public required bool Versioning { get; init; }

    /// <summary>Delete the bucket with everything in it when the stack is destroyed; otherwise a bucket that is not empty stays and the destroy fails.</summary>
    public required bool DeleteWithContents { get; init; }

    /// <summary>Delete objects after this many days; without it they stay.</summary>
    [Range(1, 36_500)]
    public int? ExpireAfterDays { get; init; }

    /// <summary>Delete kept old versions after this many days; otherwise after <c>expireAfterDays</c>, and without either they stay.</summary>
    [Range(1, 36_500)]
    public int? ExpireOldVersionsAfterDays { get; init; }

    /// <summary>When old versions go: what expires becomes an old version, and without a rule for these nothing would ever be deleted.</summary>
    public int? OldVersionsExpireAfterDays => Versioning ? ExpireOldVersionsAfterDays ?? ExpireAfterDays : null;
}
