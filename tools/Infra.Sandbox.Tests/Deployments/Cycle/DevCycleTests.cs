using System.Text.RegularExpressions;

namespace Infra.Sandbox.Tests.Deployments.Cycle;

/// <summary>What the commands say in the life of a stack.</summary>
[Collection(DeploymentTurns.Name)]
public sealed partial class DevCycleTests(DevCycle cycle) : LifeTests<DevCycle>(cycle)
{
    [SkippableFact]
    public void FirstUp_SaysWhatThereIs()
    {
        Assert.Contains("    url: https://dekart-dev.example.com", Life.FirstUp.Out);
        Assert.Contains("    clusterName: dekart-dev", Life.FirstUp.Out);
        Assert.Contains("Terraform's state and logs are in .sandbox/dev.", Life.FirstUp.Out);
        Assert.Contains("Look around with: AWS_ENDPOINT_URL=http://127.0.0.1:", Life.FirstUp.Out);
    }

    [SkippableFact]
    public void EditOfImageAndStorage_PlansExactlyThese()
    {
        Assert.Equal(0, Life.PlanOfEdit.ExitCode);
        Assert.Equal(
            [
                "aws_db_instance.dekart_database will be updated",
                "aws_ecs_service.dekart will be updated",
                "aws_ecs_task_definition.dekart_task must be replaced",
            ],
            Planned().Matches(Life.PlanOfEdit.Out).Select(change => change.Groups[1].Value).Order(StringComparer.Ordinal));
        Assert.Matches("~ allocated_storage += 20 -> 30", Life.PlanOfEdit.Out);
        Assert.Contains("\"dekartxyz/dekart:0.23\" -> \"dekartxyz/dekart:0.24\"", Life.PlanOfEdit.Out);
    }

    [SkippableFact]
    public void UpOfTheEdit_DoesAsPlanned()
    {
        Assert.Equal((0, ""), (Life.UpOfEdit.ExitCode, Life.UpOfEdit.Error));
        Assert.Contains("Apply complete! Resources: 1 added, 2 changed, 1 destroyed.", Life.UpOfEdit.Out);
    }

    [GeneratedRegex(@"^  # (\S+ (?:will be|must be) \w+)", RegexOptions.Multiline)]
    private static partial Regex Planned();
}
