using System.ComponentModel.DataAnnotations;

namespace Infra.Registry;

/// <summary>A private ECR repository, named after the deployment: <c>shop-dev/web</c> for <c>web</c> in stack <c>dev</c> of <c>shop</c>.</summary>
internal sealed record RepositoryConfig
{
    /// <summary>Delete the repository with all images when the stack is destroyed. Otherwise Pulumi refuses to delete the repository.</summary>
    public required bool DeleteWithImages { get; init; }

    /// <summary>Refuse to move an existing tag to another image.</summary>
    public bool ImmutableTags { get; init; } = true;

    /// <summary>Scan each pushed image for known vulnerabilities.</summary>
    public bool ScanOnPush { get; init; } = true;

    /// <summary>Number of images to keep; older ones are deleted, and untagged ones after 7 days.</summary>
    [Range(1, 1000)]
    public int KeepImages { get; init; } = 50;
}
