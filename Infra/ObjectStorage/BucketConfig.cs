using System.ComponentModel.DataAnnotations;

namespace Infra.ObjectStorage;

/// <summary>An S3 bucket: private, encrypted, and accessible over TLS only.</summary>
internal sealed record BucketConfig
{
    /// <summary>Keep the old versions of objects that are overwritten or deleted.</summary>
    public required bool Versioning { get; init; }

    /// <summary>Delete the bucket with all objects when the stack is destroyed. Otherwise Pulumi refuses to delete the bucket: set this with one update, and remove the bucket with the next.</summary>
    public required bool DeleteWithContents { get; init; }

    /// <summary>Delete objects after this many days; by default they are kept.</summary>
    [Range(1, 36_500)]
    public int? ExpireAfterDays { get; init; }

    /// <summary>Delete old versions after this many days. The default is <c>expireAfterDays</c>; without either they are kept.</summary>
    [Range(1, 36_500)]
    public int? ExpireOldVersionsAfterDays { get; init; }

    /// <summary>Days after which old versions expire. An expired object becomes an old version, so without this nothing would ever be deleted.</summary>
    public int? OldVersionsExpireAfterDays => Versioning ? ExpireOldVersionsAfterDays ?? ExpireAfterDays : null;
}
