using Infra.Tests.Support;

namespace Infra.Tests.Tasks;

public sealed class TaskRulesTests
{
    [Theory]
    [InlineData("nginx")]
    [InlineData("123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop:1.0")]
    public void Image_Valid_IsAccepted(string image) => Assert.Empty(Of($"\"image\":\"{image}\""));

    [Theory]
    [InlineData("Shop Front")]
    [InlineData("https://example.com/shop")]
    [InlineData("shop:${VERSION}")]
    public void TextThatIsNoImage_IsAProblem(string image) => Assert.Equal(
        [$"app:service.image: \"{image}\" is not an image; use one such as nginx:1.29 or registry.example.com/team/app@sha256:…"],
        Of($"\"image\":\"{image}\""));

    [Theory]
    [InlineData(128)]
    [InlineData(500)]
    public void Cpu_NoFargateSize_IsOneProblem(int cpuUnits) => Assert.Equal(
        [$"app:service.cpuUnits: {cpuUnits} is not a Fargate size; use 256, 512, 1024, 2048, 4096, 8192, 16384 or 32768"],
        Of($"\"cpuUnits\":{cpuUnits}"));

    [Theory]
    [InlineData(256, 3072, "use 512, 1024 or 2048")]
    [InlineData(512, 3000, "use 1024, 2048, 3072 or 4096")]
    [InlineData(1024, 1024, "use 2048 to 8192 in steps of 1024")]
    [InlineData(8192, 17408, "use 16384 to 61440 in steps of 4096")]
    public void Memory_InvalidForCpu_IsRefused(int cpuUnits, int memoryMiB, string advice) => Assert.Equal(
        [$"app:service.memoryMiB: {memoryMiB} is not valid with cpuUnits {cpuUnits}; {advice}"],
        Of($"\"cpuUnits\":{cpuUnits},\"memoryMiB\":{memoryMiB}"));

    [Theory]
    [InlineData(256, 2048)]
    [InlineData(32768, 249856)]
    public void Memory_ValidForCpu_IsAccepted(int cpuUnits, int memoryMiB) =>
        Assert.Empty(Of($"\"cpuUnits\":{cpuUnits},\"memoryMiB\":{memoryMiB}"));

    [Fact]
    public void ReadOnlyRoot_WithExec_IsRefused() => Assert.Equal(
        ["app:service.readonlyRootFilesystem: cannot be combined with exec: the ECS Exec agent must write to the file system"],
        Of("\"readonlyRootFilesystem\":true,\"exec\":true"));

    [Theory]
    [InlineData("\"readonlyRootFilesystem\":true,\"exec\":false")]
    [InlineData("\"readonlyRootFilesystem\":false,\"exec\":true")]
    public void ReadOnlyRoot_OrExecAlone_IsAccepted(string keys) => Assert.Empty(Of(keys));

    [Theory]
    [InlineData(5, 5, null)]
    [InlineData(5, 6, "app:service.containerHealthCheck: timeoutSeconds 6 is longer than intervalSeconds 5")]
    public void ContainerHealthCheck_TimeoutAboveInterval_IsRefused(int interval, int timeout, string? problem) => Assert.Equal(
        problem is null ? [] : new[] { problem },
        Of($$"""
            "containerHealthCheck":{"command":"true","intervalSeconds":{{interval}},"timeoutSeconds":{{timeout}}}
            """));

    private static IReadOnlyList<string> Of(string keys) => Problems.Of(("service", $$"""{{{keys}}}"""));
}
