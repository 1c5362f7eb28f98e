using Infra.Tests.Support;

namespace Infra.Tests.Checks;

public sealed class ControlExceptionConfigTests
{
    [Fact]
    public void Exception_IsRead()
    {
        var exception = Assert.Single(TestConfigs.With(
            ("exceptions", """[{ "control": "ELB.5", "key": "app:loadBalancer", "reason": "logged elsewhere", "until": "2027-03-01" }]""")).Exceptions);

        Assert.Equal(
            ("ELB.5", "app:loadBalancer", "logged elsewhere", new DateOnly(2027, 3, 1)), (exception.Control, exception.Key, exception.Reason, exception.LastDay));
    }

    [Fact]
    public void Exception_NeedsItsControlOnly()
    {
        var exception = Assert.Single(TestConfigs.With(("exceptions", """[{ "control": "SEC03-BP02" }]""")).Exceptions);

        Assert.Equal((null, null, null), (exception.Key, exception.Reason, exception.LastDay));
    }
}
