using Infra.Tests.Support;

namespace Infra.Tests.Services;

public class ExecShellTests
{
    [Fact]
    public async Task ExecCommand_WithoutExec_IsNull() => Assert.Null(await (await StackRun.Of(TestConfigs.Minimal)).Output("execCommand"));

    [Fact]
    public async Task ExecCommand_WithExec_OpensShell()
    {
        var run = await StackRun.Of(TestConfigs.With(("service", """{"exec":true}""")));

        Assert.Equal(
            "aws ecs execute-command --region eu-central-1 --cluster shop-dev --container shop --interactive --command /bin/sh "
            + "--task $(aws ecs list-tasks --region eu-central-1 --cluster shop-dev --service-name shop --query 'taskArns[0]' --output text)",
            await run.Output("execCommand"));
    }
}
