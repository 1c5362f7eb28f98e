using Infra.Tests.Support;

namespace Infra.Tests.Databases;

public sealed class DatabaseRulesTests
{
    [Theory]
    [InlineData(20, 20)]
    [InlineData(20, 22)]
    [InlineData(50, 55)]            // 50 * 1.1 is slightly more than 55 in floating point
    [InlineData(100, 110)]
    [InlineData(65536, 65536)]
    public void MaxAllocatedStorage_TenPercentMoreOrEqual_IsAccepted(int allocated, int maximum) => Assert.Empty(ProblemsOf(allocated, maximum));

    [Theory]
    [InlineData(20, 21, 22)]
    [InlineData(25, 27, 28)]
    [InlineData(50, 54, 55)]
    [InlineData(50, 20, 55)]        // less than allocatedStorageGiB
    public void MaxAllocatedStorage_LessThanTenPercentMore_IsRefused(int allocated, int maximum, int minimum) => Assert.Equal(
        [
            $"app:database.maxAllocatedStorageGiB: {maximum} does not fit allocatedStorageGiB {allocated}; "
                + $"use {minimum} or more, or {allocated} to turn autoscaling off",
        ],
        ProblemsOf(allocated, maximum));

    private static IReadOnlyList<string> ProblemsOf(int allocated, int maximum) => Problems.Of(("database", $$"""
        {"engineVersion":17,"instanceClass":"db.t4g.micro","name":"shop","username":"shop","multiAz":false,"backupRetentionDays":1,
         "deletionProtection":false,"finalSnapshot":false,"tls":"require","allocatedStorageGiB":{{allocated}},"maxAllocatedStorageGiB":{{maximum}}}
        """));
}
