using Infra.Sandbox.Deployments.Commands;

namespace Infra.Sandbox.Tests.Deployments.Commands;

public sealed class EmulatorAccessTests
{
    [Fact]
    public void Ending_IsACommandToPaste() => Assert.Equal(
        "The emulator is still running at http://127.0.0.1:5000 (process 7); end it with: dotnet run --project Infra.Sandbox -- destroy dev",
        EmulatorAccess.Ending("http://127.0.0.1:5000", 7, "dev"));
}
