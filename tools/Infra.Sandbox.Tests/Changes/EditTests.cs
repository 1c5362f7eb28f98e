using Infra.Sandbox.Changes;
using Infra.Sandbox.Tests.Changes.Support;

namespace Infra.Sandbox.Tests.Changes;

/// <summary>Edits of the shipped stack files that teams do every week.</summary>
public sealed class EditTests
{
    private const string Zones = "[eu-central-1a, eu-central-1b]";

    [Fact]
    public async Task Nothing_Changed_DoesNothing()
    {
        var plan = await EditedStack.PlanAsync(EditedStack.EventJobs);

        Assert.Empty(plan.Steps);
        Assert.Empty(plan.Problems);
        Assert.Empty(plan.Ignored);
        Assert.Equal(TimeSpan.Zero, plan.Duration);
    }

    [Fact]
    public async Task Image_IsADeployment()
    {
        var plan = await EditedStack.PlanAsync(EditedStack.Prod, ("dekart:0.23", "dekart:0.24"));

        Assert.Equal(
            """
            CreateReplacement TaskDefinition dekart-task
            Update Service dekart
            DeleteReplaced TaskDefinition dekart-task
            """,
            plan.Steps());
        Assert.Equal("! containerDefinitions[dekart].image: dekartxyz/dekart:0.23 → dekartxyz/dekart:0.24", plan.Properties("TaskDefinition dekart-task"));
        Assert.Contains("Service dekart Deployment: ECS starts new tasks, waits until they are healthy, and drains the old ones.", plan.Effects());
        Assert.Empty(plan.Problems);
        Assert.False(plan.IsHarmful);
        Assert.Equal(109, plan.Duration.TotalSeconds);
    }

    [Fact]
    public async Task DatabaseClass_AtOnce_IsADowntime()
    {
        var plan = await EditedStack.PlanAsync(EditedStack.Dev, ("db.t4g.micro", "db.t4g.small"));

        Assert.Equal("Update Instance dekart-database", plan.Steps());
        Assert.Equal("instanceClass: db.t4g.micro → db.t4g.small", plan.Properties("Instance dekart-database"));
        Assert.Equal("Instance dekart-database Downtime: The database moves to a new host and restarts: 5 to 10 minutes without it.", plan.Effects());
        Assert.True(plan.IsHarmful);
    }

    [Fact]
    public async Task DatabaseClass_InTheWindow_IsPending()
    {
        var plan = await EditedStack.PlanAsync(EditedStack.Prod, ("db.t4g.medium", "db.t4g.large"));

        Assert.Equal("Instance dekart-database Pending: The class changes in the next maintenance window, with a restart or a failover.", plan.Effects());
        Assert.False(plan.IsHarmful);
    }

    [Fact]
    public async Task ContainerPort_KeepsItsTargetGroup()
    {
        var plan = await EditedStack.PlanAsync(EditedStack.Prod, ("containerPort: 8080", "containerPort: 9090"));

        Assert.Equal(
            """
            Create SecurityGroupEgressRule dekart-security-load-balancer-to-service-9090
            Create SecurityGroupIngressRule dekart-security-load-balancer-to-service-9090
            CreateReplacement TaskDefinition dekart-task
            Update Service dekart
            DeleteReplaced TaskDefinition dekart-task
            Delete SecurityGroupIngressRule dekart-security-load-balancer-to-service-8080
            Delete SecurityGroupEgressRule dekart-security-load-balancer-to-service-8080
            """,
            plan.Steps());
        Assert.Empty(plan.Problems);
    }

    [Fact]
    public async Task NatGateways_Added_CostsAndCutsNothing()
    {
        var plan = await EditedStack.PlanAsync(EditedStack.Dev, ("natGateways: none", "natGateways: onePerZone"));

        Assert.Equal(
            """
            Create Eip dekart-network-1
            Create NatGateway dekart-network-1
            Create Route dekart-network-private-1
            Create Eip dekart-network-2
            Create NatGateway dekart-network-2
            Create Route dekart-network-private-2
            """,
            plan.Steps());
        Assert.All(plan.Changes.SelectMany(change => change.Effects), effect => Assert.Equal(EffectKind.Cost, effect.Kind));
        Assert.False(plan.IsHarmful);
    }

    // awsx makes its lists unknown in a preview, so that pulumi preview shows these as replaced; pulumi up replaces none.
    [Fact]
    public async Task Zone_Appended_ReplacesNoRouteAndNoMountTarget()
    {
        var plan = await EditedStack.PlanAsync(
            EditedStack.EventJobs,
            [("[eu-central-1a, eu-central-1b, eu-central-1c]", Zones), ("natGateways: single", "natGateways: single\n    dualStack: true")],
            [(Zones, "[eu-central-1a, eu-central-1b, eu-central-1c]")]);

        Assert.DoesNotContain(plan.Changes, change => change.Action == ChangeAction.Replace);
        Assert.Contains(plan.Steps, step => step is { Kind: StepKind.Create, Change.Key.Type: "aws:efs/mountTarget:MountTarget" });
    }

    [Fact]
    public async Task ApplicationName_MakesANewStackBesideTheOld()
    {
        var plan = await EditedStack.PlanAsync(EditedStack.Dev, ("app:name: dekart", "app:name: shop"));

        Assert.All(
            plan.Changes.Where(change => change.Key.Name != "com.amazonaws.eu-central-1.s3"),
            change => Assert.True(change.Action is ChangeAction.Create or ChangeAction.Delete));
        Assert.Contains("Instance dekart-database DataLoss: RDS deletes the database and its automated backups without a final snapshot.", plan.Effects());
        Assert.True(plan.IsHarmful);
    }

    [Fact]
    public async Task BlueGreen_TurnedOn_IsAnUpdateOfTheService()
    {
        var plan = await EditedStack.PlanAsync(
            EditedStack.EventJobs,
            [("      strategy: canary\n      stepPercent: 10\n      stepMinutes: 5\n      bakeMinutes: 10\n", "")],
            [("    deployment:\n", "    deployment:\n      strategy: blueGreen\n      bakeMinutes: 10\n")]);

        Assert.Empty(plan.Problems);
        Assert.Contains("deploymentConfiguration.strategy: ROLLING → BLUE_GREEN", plan.Properties("Service media"));
        Assert.DoesNotContain(plan.Changes, change => change is { Action: ChangeAction.Replace, Key.Type: "aws:ecs/service:Service" });
    }
}
