using Infra.Services;

namespace Infra.Tests.Services;

public sealed class StepAdjustmentsTests
{
    [Fact]
    public void StepsUpwards_CountFromTheFirstValueAndEndAtTheNext()
    {
        var (threshold, steps) = StepAdjustments.Above([new(60, 1), new(80, 3), new(95, 10)]);

        Assert.Equal(60, threshold);
        Assert.Equal(
            [new StepAdjustment("0", "20", 1), new StepAdjustment("20", "35", 3), new StepAdjustment("35", null, 10)], steps);
    }

    [Fact]
    public void OneStepUpwards_HasNoEnd()
    {
        var (threshold, steps) = StepAdjustments.Above([new(0, 1)]);

        Assert.Equal(0, threshold);
        Assert.Equal([new StepAdjustment("0", null, 1)], steps);
    }

    [Fact]
    public void AStepDownwards_TakesTasksAway()
    {
        var (threshold, steps) = StepAdjustments.Below(20, 2);

        Assert.Equal(20, threshold);
        Assert.Equal([new StepAdjustment(null, "0", -2)], steps);
    }
}
