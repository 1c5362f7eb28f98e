using Infra.Services;

namespace Infra.Tests.Services;

public sealed class DeploymentTimeTests
{
    [Theory]
    [InlineData(1, 1, 0, 0, 35)]     // nothing but the start
    [InlineData(1, 1, 600, 0, 45)]   // and ten minutes to drain
    [InlineData(4, 4, 600, 0, 45)]   // four at once drain at once
    [InlineData(4, 2, 600, 0, 58)]   // two and two: twice ten minutes, and three for the second start
    [InlineData(5, 2, 0, 0, 41)]     // two, two and one
    [InlineData(3, 3, 0, 55, 90)]    // ten steps of five minutes, and five at the end
    [InlineData(0, 0, 0, 0, 35)]     // no tasks yet
    public void Update_IncludesBatchesDrainingAndShift(int tasks, int room, int drainSeconds, int shiftMinutes, int expected) => Assert.Equal(
        TimeSpan.FromMinutes(expected),
        new DeploymentTime { Tasks = tasks, Room = room, DrainSeconds = drainSeconds, ShiftMinutes = shiftMinutes }.Update);

    [Fact]
    public void Delete_IncludesDrainingOnly() => Assert.Equal(
        TimeSpan.FromMinutes(45), new DeploymentTime { Tasks = 9, Room = 1, DrainSeconds = 600, ShiftMinutes = 55 }.Delete);
}
