using Infra.Tests.Support;

namespace Infra.Tests.Stack.Rules;

/// <summary>A value that the facts do not know, and that may be newer than they are, is warned of and accepted.</summary>
public sealed class FactWarningTests
{
    private static readonly string[] Files = ["ec2-type-regions", "endpoint-services", "iam-actions", "rds-classes", "rds-versions", "regions"];

    [Theory]
    [EveryStack]
    public void Stack_OfTheProject_HasNothingThatTheFactsDoNotKnow(string stack) => Assert.DoesNotContain(
        KnownStacks.Config(stack).Warnings,
        warning => Files.Any(file => warning.Message.Contains(FactFile.Read(file).DateText, StringComparison.Ordinal))
            || warning.Key.Contains("engineVersion", StringComparison.Ordinal)
            || warning.Key.Contains("cpuUnits", StringComparison.Ordinal)
            || warning.Key.Contains("memoryMiB", StringComparison.Ordinal));

    [Fact]
    public void NewerRegion_IsAWarning() => Assert.Equal(
        ["aws:region: eu-central-3 is not in the list of regions of 2026-08-19; make sure that it exists"],
        Warnings.Of(("aws:region", "eu-central-3"), ("network", """{"zones":["eu-central-3a","eu-central-3b"]}""")));

    [Fact]
    public void NewerZone_IsAWarning() => Assert.Equal(
        ["app:network.zones[1]: eu-central-1d is not in the list of zones of 2026-08-19; make sure that your account has it"],
        Warnings.Of(("network", """{"zones":["eu-central-1a","eu-central-1d"]}""")));

    [Fact]
    public void NewerEndpoint_IsAWarning() => Assert.Equal(
        ["app:network.interfaceEndpoints[0]: quantum is not in the list of endpoint services of 2025-12-01; make sure that com.amazonaws.eu-central-1.quantum exists"],
        Warnings.Of(("network", """{"interfaceEndpoints":["quantum"]}""")));

    [Fact]
    public void NewerMajorAndClass_AreWarnings() => Assert.Equal(
        [
            "app:database.engineVersion: 19 is newer than 18, the latest on RDS on 2026-08-22; make sure that RDS offers it",
            "app:database.instanceClass: db.t5g.micro is not in the list of types of 2026-08-13; make sure that it exists in eu-central-1",
        ],
        Warnings.Of(("database", Blocks.Database), ("database", """{"engineVersion":19,"instanceClass":"db.t5g.micro"}"""), ("service", """{"uses":["database"]}""")));

    [Theory]
    [InlineData("""["0.0.0.0/0"]""", null)]
    [InlineData("""["0.0.0.0/0","203.0.113.0/24"]""", "0.0.0.0/0 already contains the other ranges; remove it or them")]
    [InlineData("""["203.0.113.0/24","198.51.100.7/32"]""", null)]
    public void EverybodyBesideOthers_IsAWarning(string cidrs, string? warning)
    {
        Assert.Equal(
            warning is null ? [] : [$"app:loadBalancer.allowedCidrs: {warning}"], Warnings.Of(("loadBalancer", $$"""{"allowedCidrs":{{cidrs}}}""")));
        Assert.Equal(
            warning is null ? [] : [$"app:service.tcpPorts[0].allowedCidrs: {warning}"],
            Warnings.Of(("service", $$"""{"tcpPorts":[{"port":22,"allowedCidrs":{{cidrs}}}]}""")));
    }

    [Theory]
    [InlineData("""{"bucket":"in"}""", "readWrite", true)]
    [InlineData("""{"bucket":"in","prefix":"new/"}""", "readWrite", false)]
    [InlineData("""{"bucket":"in","suffix":".csv"}""", "readWrite", false)]
    [InlineData("""{"bucket":"in"}""", "read", false)]
    public void JobThatMayStartItself_IsAWarning(string @event, string access, bool warned) => Assert.Equal(
        warned
            ? ["app:jobs.a.buckets: in is readWrite and every new object in it starts the job: an object that the job writes there starts it again, in an endless loop; set a prefix for the event, or write to another bucket"]
            : [],
        Warnings.Of(("buckets", $$$"""{"in":{{{Blocks.Bucket}}}}"""), ("jobs", $$$"""{"a":{"buckets":{"in":"{{{access}}}"},"event":{{{@event}}}}}""")));
}
