using Infra.Sandbox.CommandLine;

namespace Infra.Sandbox.Tests;

public sealed class CommandHintTests
{
    [Fact]
    public void StopEmulator_EndsWithTheCommand() => Assert.Equal(
        "The emulator is still running at http://127.0.0.1:5000 (process 7); stop it with: ./sandbox destroy dev",
        CommandHint.StopEmulator("http://127.0.0.1:5000", 7, "dev"));
}
