using System.Text.RegularExpressions;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles;

/// <summary>The output of the commands on the dev stack.</summary>
[Collection(DevLifecycle.Collection)]
public sealed partial class DevCommandTests(DevLifecycle lifecycle) : LifecycleTests<DevLifecycle>(lifecycle)
{
    [SkippableFact]
    public void FirstUp_PrintsOutputsAndHints()
    {
        Assert.Contains("    url: https://dekart-dev.example.com", Lifecycle.FirstUp.Out);
        Assert.Contains("    clusterName: dekart-dev", Lifecycle.FirstUp.Out);
        Assert.Contains("Terraform's state and logs are in .sandbox/dev.", Lifecycle.FirstUp.Out);
        Assert.Contains("Query it with: AWS_ENDPOINT_URL=http://127.0.0.1:", Lifecycle.FirstUp.Out);
    }

    [SkippableFact]
    public void Plan_OfAnEdit_ListsOnlyItsChanges()
    {
        Assert.Equal(0, Lifecycle.PlanOfEdit.ExitCode);
        Assert.Equal(
            [
                "aws_db_instance.dekart_database will be updated",
                "aws_ecs_service.dekart will be updated",
                "aws_ecs_task_definition.dekart_task must be replaced",
            ],
            Planned().Matches(Lifecycle.PlanOfEdit.Out).Select(change => change.Groups[1].Value).Order(StringComparer.Ordinal));
        Assert.Matches("~ allocated_storage += 20 -> 30", Lifecycle.PlanOfEdit.Out);
        Assert.Contains("\"dekartxyz/dekart:0.23\" -> \"dekartxyz/dekart:0.24\"", Lifecycle.PlanOfEdit.Out);
    }

    [SkippableFact]
    public void Up_OfAnEdit_AppliesItsChanges()
    {
        Assert.Equal((0, ""), (Lifecycle.UpOfEdit.ExitCode, Lifecycle.UpOfEdit.Error));
        Assert.Contains("Apply complete! Resources: 1 added, 2 changed, 1 destroyed.", Lifecycle.UpOfEdit.Out);
    }

    [GeneratedRegex(@"^  # (\S+ (?:will be|must be) \w+)", RegexOptions.Multiline)]
    private static partial Regex Planned();
}
