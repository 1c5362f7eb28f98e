using Infra.Services;

namespace Infra.Tests.Services;

public sealed class StepAdjustmentsTests
{
    [Fact]
    public void Above_SeveralSteps_AreRelativeToFirstValue()
    {
        var (threshold, steps) = StepAdjustments.PlanAbove([new(60, 1), new(80, 3), new(95, 10)]);

        Assert.Equal(60, threshold);
        Assert.Equal(
            [new StepAdjustment("0", "20", 1), new StepAdjustment("20", "35", 3), new StepAdjustment("35", null, 10)], steps);
    }

    [Fact]
    public void Above_OneStep_HasNoUpperBound()
    {
        var (threshold, steps) = StepAdjustments.PlanAbove([new(0, 1)]);

        Assert.Equal(0, threshold);
        Assert.Equal([new StepAdjustment("0", null, 1)], steps);
    }

    [Fact]
    public void Below_RemovesTasks()
    {
        var (threshold, steps) = StepAdjustments.PlanBelow(20, 2);

        Assert.Equal(20, threshold);
        Assert.Equal([new StepAdjustment(null, "0", -2)], steps);
    }
}
