using System.ComponentModel.DataAnnotations;

namespace Infra.Registry;

/// <summary>A private ECR repository for images, named after the deployment: <c>shop-dev/web</c> for <c>web</c> in stack dev of shop.</summary>
internal sealed record RepositoryConfig
{
    /// <summary>Delete the repository with every image in it when the stack is destroyed; otherwise one that is not empty stays and the destroy fails.</summary>
    public required bool DeleteWithImages { get; init; }

    /// <summary>Refuse to give a tag that is in use to another image.</summary>
    public bool ImmutableTags { get; init; } = true;

    /// <summary>Look for known vulnerabilities in each new image.</summary>
    public bool ScanOnPush { get; init; } = true;

    /// <summary>How many images are kept; older ones are deleted, and those without a tag after 7 days.</summary>
    [Range(1, 1000)]
    public int KeepImages { get; init; } = 50;
}
