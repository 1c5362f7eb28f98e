using Infra.Tests.Support;

namespace Infra.Tests.Tasks;

/// <summary>Limits of a container in a task of 512 CPU units and 1024 MiB.</summary>
public sealed class ContainerLimitRulesTests
{
    private const string Limits = "app:service.containerLimits";

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"cpuUnits":512,"memoryMiB":1024}""")]
    [InlineData("""{"cpuUnits":2,"memoryMiB":1024,"memoryReservationMiB":1023}""")]
    [InlineData("""{"memoryReservationMiB":1024}""")]
    [InlineData("""{"ulimits":{"nofile":{"soft":65535,"hard":65535},"core":{"soft":0,"hard":0},"memlock":{"soft":-1,"hard":-1},"nproc":{"soft":64,"hard":-1}}}""")]
    public void Limits_WithinTask_AreAccepted(string limits)
    {
        Assert.Empty(Of(limits));
        Assert.Empty(WarningsOf(limits));
    }

    [Theory]
    [InlineData("""{"cpuUnits":513}""", "cpuUnits: 513 exceeds the task's cpuUnits 512; use 512 or less")]
    [InlineData("""{"memoryMiB":1025}""", "memoryMiB: 1025 exceeds the task's memoryMiB 1024; use 1024 or less")]
    [InlineData("""{"memoryReservationMiB":1025}""", "memoryReservationMiB: 1025 exceeds the task's memoryMiB 1024; use 1024 or less")]
    [InlineData("""{"memoryMiB":1025,"memoryReservationMiB":512}""", "memoryMiB: 1025 exceeds the task's memoryMiB 1024; use 1024 or less")]
    [InlineData("""{"memoryMiB":512,"memoryReservationMiB":512}""", "memoryReservationMiB: 512 must be less than memoryMiB 512, the hard limit; lower or remove it")]
    [InlineData("""{"ulimits":{"nofile":{"soft":2048,"hard":1024}}}""", "ulimits.nofile.soft: 2048 exceeds hard 1024; lower it or raise hard")]
    [InlineData("""{"ulimits":{"nofile":{"soft":-1,"hard":1024}}}""", "ulimits.nofile.soft: -1 (unlimited) exceeds hard 1024; lower it or raise hard")]
    public void Limits_BeyondTask_AreRefused(string limits, string problem) => Assert.Equal([$"{Limits}.{problem}"], Of(limits));

    [Theory]
    [InlineData("""{"cpuUnits":256,"memoryMiB":512}""", null)]
    [InlineData("""{"memoryMiB":1024,"memoryReservationMiB":512}""", null)]
    [InlineData("""{"cpuUnits":257}""", "cpuUnits: 257 for the application and the same for its migration exceed the task's cpuUnits 512; use 256 or less")]
    [InlineData("""{"memoryMiB":513}""", "memoryMiB: 513 for the application and the same for its migration exceed the task's memoryMiB 1024; use 512 or less")]
    [InlineData("""{"memoryReservationMiB":513}""", "memoryReservationMiB: 513 for the application and the same for its migration exceed the task's memoryMiB 1024; use 512 or less")]
    public void Limits_WithMigration_CountTwice(string limits, string? problem) => Assert.Equal(
        problem is null ? [] : [$"{Limits}.{problem}"], Of(limits, ""","migration":{"command":["migrate"]}"""));

    [Theory]
    [InlineData("""{"cpuUnits":1}""", "cpuUnits: 1 is out of range; use 2 or more")]
    [InlineData("""{"memoryMiB":5}""", "memoryMiB: 5 is out of range; use 6 or more")]
    [InlineData("""{"memoryReservationMiB":5}""", "memoryReservationMiB: 5 is out of range; use 6 or more")]
    [InlineData("""{"ulimits":{"nofile":{"soft":1}}}""", "ulimits.nofile.hard: is required; use -1 or more")]
    [InlineData("""{"ulimits":{"nofile":{"soft":-2,"hard":1}}}""", "ulimits.nofile.soft: -2 is out of range; use -1 or more")]
    [InlineData(
        """{"ulimits":{"files":{"soft":1,"hard":1}}}""",
        "ulimits.files: is not a valid name; use core, cpu, data, fsize, locks, memlock, msgqueue, nice, nofile, nproc, rss, rtprio, rttime, sigpending or stack")]
    public void Limits_OutOfRange_AreRefused(string limits, string problem) => Assert.Equal([$"{Limits}.{problem}"], Of(limits));

    [Theory]
    [InlineData(65_536)]
    [InlineData(-1)]
    public void OpenFiles_AboveFargateMaximum_Warns(int hard) => Assert.Equal(
        [$"{Limits}.ulimits.nofile.hard: exceeds 65535, the highest value that AWS documents for Fargate; test it first, because the task may not start"],
        WarningsOf($$"""{"ulimits":{"nofile":{"hard":{{hard}},"soft":{{hard}} } } }"""));

    [Theory]
    [InlineData("user", "app", true)]
    [InlineData("user", "1000:1000", true)]
    [InlineData("user", "app:", false)]
    [InlineData("user", "the app", false)]
    [InlineData("workingDirectory", "/srv/my app", true)]
    [InlineData("workingDirectory", "srv", false)]
    public void UserAndWorkingDirectory_InvalidFormat_IsRefused(string key, string text, bool isAccepted) => Assert.Equal(
        isAccepted,
        Problems.Of(("service", $$"""{"{{key}}":"{{text}}"}""")).Count == 0);

    private static IReadOnlyList<string> Of(string limits, string more = "") => Problems.Of(Service(limits, more));

    private static IReadOnlyList<string> WarningsOf(string limits) => Warnings.Of(Service(limits, ""));

    private static (string Key, string Json) Service(string limits, string more) =>
        ("service", $$"""{"cpuUnits":512,"memoryMiB":1024,"containerLimits":{{limits}}{{more}}}""");
}
