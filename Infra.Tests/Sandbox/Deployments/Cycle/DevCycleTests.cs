using System.Text.RegularExpressions;

namespace Infra.Tests.Sandbox.Deployments.Cycle;

/// <summary>What the commands say in the life of a stack.</summary>
[Collection(DeploymentTurns.Name)]
public sealed partial class DevCycleTests(DevCycle cycle) : IAsyncLifetime
{
    public Task InitializeAsync() => cycle.RequireAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [SkippableFact]
    public void FirstUp_DeploysEverything()
    {
        Assert.Equal((0, ""), (cycle.FirstUp.ExitCode, cycle.FirstUp.Error));
        Assert.Matches(@"Apply complete! Resources: [0-9]+ added, 0 changed, 0 destroyed\.", cycle.FirstUp.Out);
    }

    [SkippableFact]
    public void FirstUp_SaysWhatThereIs()
    {
        Assert.Contains("    url: https://dekart-dev.example.com", cycle.FirstUp.Out);
        Assert.Contains("    clusterName: dekart-dev", cycle.FirstUp.Out);
        Assert.Contains("Terraform's state and logs are in .sandbox/dev.", cycle.FirstUp.Out);
        Assert.Contains("Look around with: AWS_ENDPOINT_URL=http://127.0.0.1:", cycle.FirstUp.Out);
    }

    [SkippableFact]
    public void SecondUp_ChangesNothing()
    {
        Assert.Equal((0, ""), (cycle.SecondUp.ExitCode, cycle.SecondUp.Error));
        Assert.StartsWith("No changes: dev is deployed as its stack file says.", cycle.SecondUp.Out);
    }

    [SkippableFact]
    public void EditOfImageAndStorage_PlansExactlyThese()
    {
        Assert.Equal(0, cycle.PlanOfEdit.ExitCode);
        Assert.Equal(
            [
                "aws_db_instance.dekart_database will be updated",
                "aws_ecs_service.dekart will be updated",
                "aws_ecs_task_definition.dekart_task must be replaced",
            ],
            Planned().Matches(cycle.PlanOfEdit.Out).Select(change => change.Groups[1].Value).Order(StringComparer.Ordinal));
        Assert.Matches("~ allocated_storage += 20 -> 30", cycle.PlanOfEdit.Out);
        Assert.Contains("\"dekartxyz/dekart:0.23\" -> \"dekartxyz/dekart:0.24\"", cycle.PlanOfEdit.Out);
    }

    [SkippableFact]
    public void UpOfTheEdit_DoesAsPlanned()
    {
        Assert.Equal((0, ""), (cycle.UpOfEdit.ExitCode, cycle.UpOfEdit.Error));
        Assert.Contains("Apply complete! Resources: 1 added, 2 changed, 1 destroyed.", cycle.UpOfEdit.Out);
    }

    [SkippableFact]
    public void Destroy_LeavesNothing()
    {
        Assert.Equal((0, ""), (cycle.Destroy.ExitCode, cycle.Destroy.Error));
        Assert.Empty(cycle.Remaining);
        Assert.False(cycle.HasWorkFolderAfterDestroy);
    }

    [SkippableFact]
    public void GeneratedPassword_IsWrittenNowhere()
    {
        Assert.Equal(32, cycle.Password.Length);
        string[] said = [cycle.FirstUp.Out, cycle.SecondUp.Out, cycle.PlanOfEdit.Out, cycle.UpOfEdit.Out, cycle.Destroy.Out, cycle.Written];
        Assert.All(said, text => Assert.DoesNotContain(cycle.Password, text));
    }

    [GeneratedRegex(@"^  # (\S+ (?:will be|must be) \w+)", RegexOptions.Multiline)]
    private static partial Regex Planned();
}
