using Infra.Tests.Support;

namespace Infra.Tests.Stack;

public class MinimalStackTests
{
    [Fact]
    public async Task Minimal_Configuration_MakesAWorkingHttpService()
    {
        var run = await StackRun.Of(TestConfigs.Minimal);

        Assert.Equal("http://shop-lb.elb.amazonaws.com", await run.Output("url"));
        Assert.Single(run.OfType("aws:ecs/service:Service"));
        Assert.Empty(run.OfType("aws:rds/instance:Instance"));
    }
}
