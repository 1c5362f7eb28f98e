using Infra.Sandbox.Tests.Costs.Support;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Costs;

/// <summary>
/// A bill that AWS sent for June 2026 (720 hours) in eu-central-1, and the stack file that it fits. The bill also has 8.40 for custom metrics of
/// the application, 3.00 for three KMS keys and 0.50 for a public hosted zone, which no stack file creates.
/// </summary>
public sealed class PublishedBillTests
{
    private const decimal Hours = 720;
    private const decimal Tolerance = 0.05m;

    private static StackConfig Config => TestConfigs.With(
        ("network", """{ "zones": ["eu-central-1a", "eu-central-1b"], "natGateways": "none" }"""),
        ("database", Blocks.Database),
        ("database", """{ "instanceClass": "db.t4g.micro", "allocatedStorageGiB": 20, "maxAllocatedStorageGiB": 20, "multiAz": false, "insights": "none", "logExports": [] }"""),
        ("service", """
            {
              "architecture": "arm64",
              "secrets": { "A": { "generatedLength": 32 }, "B": { "generatedLength": 32 }, "C": { "generatedLength": 32 }, "URL": { "from": "database.url" } }
            }
            """),
        ("services", """
            {
              "spot": {
                "image": "nginx:1.29", "architecture": "arm64", "cpuUnits": 256, "memoryMiB": 512, "desiredCount": 1, "subnets": "public",
                "capacityProviders": { "FARGATE_SPOT": { "weight": 1 } }
              }
            }
            """),
        ("buckets", """{ "data": { "versioning": false, "deleteWithContents": true } }"""),
        ("costs", """
            {
              "bucketGiB": 12.65, "bucketRequestsPerMonth": 192600, "databaseBackupGiB": 1.94,
              "requestsPerMonth": 0, "egressGiB": 0, "logGiB": 0
            }
            """));

    [Theory]
    [InlineData(19.44, "application load balancer")]
    [InlineData(14.34, "public IPv4 addresses, each zone", "public IPv4 addresses of tasks")]
    [InlineData(13.68, "db.t4g.micro")]
    [InlineData(8.18, "Fargate, 0.25 vCPU, 0.5 GiB, arm64")]
    [InlineData(2.50, "Fargate Spot, 0.25 vCPU, 0.5 GiB, arm64")]
    [InlineData(2.74, "storage, gp3")]
    [InlineData(1.60, "secrets")]
    [InlineData(1.04, "requests that write")]
    [InlineData(0.31, "data in S3")]
    [InlineData(0.20, "backups beyond the size of the storage")]
    public async Task Line_AgreesWithTheBill(double billed, params string[] labels)
    {
        var bill = await Bills.OfAsync(Config, Hours);

        AssertClose((decimal)billed, bill.Items.Where(item => labels.Contains(item.Label)).Sum(item => item.Amount.Typical));
    }

    // 75.93 without what no stack file creates.
    [Fact]
    public async Task Total_AgreesWithTheBill() => AssertClose(64.03m, (await Bills.OfAsync(Config, Hours)).Total.Typical);

    private static void AssertClose(decimal billed, decimal estimated) =>
        Assert.True(Math.Abs(billed - estimated) <= billed * Tolerance, $"{billed} billed, {estimated} estimated");
}
