using Infra.Tests.Support;

namespace Infra.Tests.ObjectStorage;

public sealed class BucketRulesTests
{
    [Theory]
    [InlineData(true, "30", null)]
    [InlineData(true, null, null)]
    [InlineData(false, null, null)]
    [InlineData(false, "30", "app:buckets.results.expireOldVersionsAfterDays: needs versioning: without it there are no old versions")]
    public void ExpireOldVersions_WithoutVersioning_IsRefused(bool versioning, string? days, string? problem)
    {
        var kept = versioning ? "true" : "false";
        var expiry = days is null ? "" : $",\"expireOldVersionsAfterDays\":{days}";
        var results = $$"""{"versioning":{{kept}},"deleteWithContents":false{{expiry}}}""";

        Assert.Equal(problem is null ? [] : new[] { problem }, Problems.Of(("buckets", $$"""{"results":{{results}}}""")));
    }
}
