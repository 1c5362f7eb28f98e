using System.Globalization;

namespace Infra.Sandbox.Changes.Aws;

/// <summary>Versions of PostgreSQL: the first number is the major version.</summary>
internal static class EngineVersions
{
    public static bool IsMajorChange(string? before, string? after) => Major(before) is { } one && Major(after) is { } other && one != other;

    public static bool IsLower(string? before, string? after) => Major(before) is { } one && Major(after) is { } other && other < one;

    private static int? Major(string? version) =>
        int.TryParse(version?.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : null;
}
