using System.Text.RegularExpressions;

namespace Infra.Sandbox.Notices;

/// <summary>
/// Tags of container images that move by convention: a major version, or the name of a release channel. Exact versions can move too, but
/// do not by convention. The tag <c>latest</c> and a missing one have a warning of the configuration.
/// </summary>
internal static partial class ImageTag
{
    /// <summary>The tag if it moves; null if it does not, or the image has a digest.</summary>
    public static string? MovingOf(string image) => Moving().Match(image) is { Success: true } match ? match.Groups["tag"].Value : null;

    // A repository of the stack comes before the tag as a symbol, which ends with a brace.
    [GeneratedRegex(@"[^/]:(?<tag>(v?[0-9]{1,2}|stable|lts|current|mainline|main|master|develop|dev|edge|nightly|canary|next|beta|staging|production)(-[a-z]+)?)\z")]
    private static partial Regex Moving();
}
