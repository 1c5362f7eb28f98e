using Infra.Tests.Support;

namespace Infra.Tests.Stack;

public class MinimalStackTests
{
    [Fact]
    public async Task Minimal_Configuration_MakesAWorkingHttpService()
    {
        var run = await StackRun.Of(TestConfigs.Minimal);

        Assert.Equal("http://shop-lb.elb.amazonaws.com", await run.Output("url"));
        Assert.Single(run.All<Ecs.Service>());
        Assert.Empty(run.All<Rds.Instance>());
    }
}
