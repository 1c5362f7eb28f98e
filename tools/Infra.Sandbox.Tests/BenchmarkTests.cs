using Infra.Sandbox.Benchmarks;
using Pulumi;

namespace Infra.Sandbox.Tests;

public sealed class BenchmarkTests
{
    [Theory]
    [InlineData("300", "dev            1   0.300 s   0.300 s   0.300 s    55 MiB")]
    [InlineData("400 200 300", "dev            3   0.300 s   0.200 s   0.400 s    55 MiB")]
    [InlineData("400 200 300 250", "dev            4   0.275 s   0.200 s   0.400 s    55 MiB")]
    public void Row_ShowsMedianAndExtremes(string milliseconds, string row)
    {
        var runs = milliseconds.Split(' ').Select(time => new Measurement(TimeSpan.FromMilliseconds(int.Parse(time)), 55 << 20)).ToList();

        Assert.Equal(row, BenchmarkCommand.Describe("dev", runs));
    }

    [Theory]
    [InlineData("/opt/app/bin/Infra.Sandbox", "/opt/app/bin/Infra.Sandbox")]
    [InlineData(@"C:\app\bin\Infra.Sandbox.exe", @"C:\app\bin\Infra.Sandbox.exe")]
    [InlineData(@"C:\app\bin\infra.sandbox.EXE", @"C:\app\bin\infra.sandbox.EXE")]
    [InlineData("/usr/bin/dotnet", "/usr/bin/dotnet /opt/app/bin/Infra.Sandbox.dll")]
    [InlineData(@"C:\dotnet\dotnet.exe", @"C:\dotnet\dotnet.exe /opt/app/bin/Infra.Sandbox.dll")]
    [InlineData("/opt/app/bin/Infra", "/opt/app/bin/Infra /opt/app/bin/Infra.Sandbox.dll")]
    public void CurrentProgram_IsStartedTheSameWay(string process, string command) =>
        Assert.Equal(command, string.Join(' ', CurrentProgram.CommandOf(process, "/opt/app/bin/Infra.Sandbox.dll", "Infra.Sandbox")));

    [Fact]
    public void CurrentProgram_InASingleFile_IsThatFile() =>
        Assert.Equal(["/opt/sandbox"], CurrentProgram.CommandOf("/opt/sandbox", "", "Infra.Sandbox"));

    [Fact]
    public async Task Process_IsMeasured()
    {
        var measured = await MeasuredProcess.RunAsync(AppContext.BaseDirectory, ["dotnet", "--version"]);

        Assert.True(measured.Time > TimeSpan.Zero);
        Assert.True(measured.PeakMemory > 0);
    }

    [Fact]
    public async Task FailingProcess_IsAnErrorWithItsOutput()
    {
        var exception = await Assert.ThrowsAsync<RunException>(
            () => MeasuredProcess.RunAsync(AppContext.BaseDirectory, ["dotnet", "nowhere.dll"]));

        Assert.StartsWith("`dotnet nowhere.dll` failed:\n", exception.Message);
    }
}
