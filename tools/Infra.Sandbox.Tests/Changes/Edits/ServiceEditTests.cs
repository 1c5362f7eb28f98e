using Infra.Sandbox.Changes;
using Infra.Sandbox.Tests.Changes.Support;

namespace Infra.Sandbox.Tests.Changes.Edits;

/// <summary>Edits of services, their rules and their names.</summary>
public sealed class ServiceEditTests
{
    private const string Steady = "      steady:\n        instanceType: t4g.medium\n        minimumInstances: 1\n        maximumInstances: 3\n"
        + "        cpuPercent: 60 # as many as this load needs\n        subnets: private\n";

    private const string OnSteady = "        steady: { weight: 1 }";
    private const string OnFargate = "        FARGATE: { weight: 1 }";
    private const string Worker = "    worker: # works";

    // A further service with a priority of its own.
    private const string Web = "    web:\n      image: example/web:1\n      containerPort: 8080\n      subnets: private\n"
        + "      routing: { paths: [/web/*], priority: 150 }\n" + Worker;

    [Fact]
    public async Task Service_Renamed_KeepsItsRuleAndItsDiscoveryName()
    {
        var plan = await EditedStack.PlanAsync(EditedStack.EventJobs, ("    admin: # another", "    backoffice: # another"), ("calls: [admin]", "calls: [backoffice]"));

        Assert.Empty(plan.Problems);
        Assert.Contains("Update ListenerRule media-rules-100", plan.Steps());
        Assert.DoesNotContain(plan.Changes, change => change.Key.Type == "aws:servicediscovery/service:Service");
    }

    [Fact]
    public async Task Priorities_Exchanged_AreTwoUpdates()
    {
        var plan = await EditedStack.PlanAsync(
            EditedStack.EventJobs, [(Worker, Web)], [("priority: 100", "priority: 999"), ("priority: 150", "priority: 100"), ("priority: 999", "priority: 150")]);

        Assert.Equal("Update ListenerRule media-rules-150\nUpdate ListenerRule media-rules-100", plan.Steps());
        Assert.Empty(plan.Problems);
    }

    [Fact]
    public async Task Priority_ChangedToAFreeOne_IsANewRuleBeforeTheOldOneGoes()
    {
        var plan = await EditedStack.PlanAsync(EditedStack.EventJobs, ("priority: 100", "priority: 200"));

        Assert.Equal("Create ListenerRule media-rules-200\nDelete ListenerRule media-rules-100", plan.Steps());
        Assert.Empty(plan.Problems);
        Assert.False(plan.IsHarmful);
    }

    [Fact]
    public async Task DiscoveryName_PassedToAnotherService_StaysTheSameResource()
    {
        var plan = await EditedStack.PlanAsync(
            EditedStack.EventJobs,
            [("      discoveryName: admin\n", ""), (Worker, $"    other:\n      image: example/other:1\n      subnets: private\n      discoveryName: admin\n{Worker}"), ("calls: [admin]", "calls: []")],
            [("      discoveryName: admin\n", ""), ("      routing:\n        hosts: [admin", "      discoveryName: admin\n      routing:\n        hosts: [admin")]);

        Assert.Empty(plan.Problems);
        Assert.DoesNotContain(plan.Changes, change => change.Key.Type == "aws:servicediscovery/service:Service");
    }

    [Fact]
    public async Task TcpPort_OfARenamedService_KeepsItsListener()
    {
        const string Service = "  app:service:\n";
        const string Other = "  app:services:\n    one:\n      image: example/tcp:1\n      tcpPorts: [{ port: 9000, allowedCidrs: [] }]\n";
        var plan = await EditedStack.PlanAsync("examples/datero.yaml", [(Service, Other + Service)], [("    one:\n", "    two:\n")]);

        Assert.Empty(plan.Problems);
        Assert.Contains("Update Listener datero-nlb-9000", plan.Steps());
    }

    [Fact]
    public async Task Namespace_Changed_KeepsTheOldNamesUntilAllTasksAreReplaced()
    {
        var plan = await EditedStack.PlanAsync(EditedStack.EventJobs, ("namespace: media.internal", "namespace: media.private"));

        Assert.Empty(plan.Problems);
        Assert.StartsWith("CreateReplacement PrivateDnsNamespace media-discovery\nCreateReplacement Service media-discovery-admin", plan.Steps());
        Assert.EndsWith("DeleteReplaced Service media-discovery-admin\nDeleteReplaced PrivateDnsNamespace media-discovery", plan.Steps());
    }

    [Fact]
    public async Task RollbackOnAlarms_TurnedOff_IsSent()
    {
        var plan = await EditedStack.PlanAsync(EditedStack.EventJobs, ("      rollbackOnAlarms: true\n", ""));

        Assert.Equal("Update Service media", plan.Steps());
        Assert.Equal("alarms.enable: true → false\nalarms.rollback: true → false", plan.Properties("Service media"));
        Assert.Empty(plan.Ignored);
    }

    [Fact]
    public async Task Setting_ThatNeedsNoDeployment_StartsNone()
    {
        var plan = await EditedStack.PlanAsync(EditedStack.EventJobs, ("    deployment:\n", "    healthCheckGracePeriodSeconds: 120\n    deployment:\n"));

        Assert.Equal("Update Service media", plan.Steps());
        Assert.Equal("", plan.Effects());
    }

    [Fact]
    public async Task CapacityProviders_Added_StartADeployment()
    {
        var plan = await EditedStack.PlanAsync(
            EditedStack.EventJobs, ("    deployment:\n", "    capacityProviders:\n      FARGATE_SPOT: { weight: 1 }\n    deployment:\n"));

        Assert.Contains("forceNewDeployment: false → true", plan.Properties("Service media"));
        Assert.Empty(plan.Problems);
        Assert.DoesNotContain(plan.Changes, change => change.Action == ChangeAction.Replace);
    }

    [Fact]
    public async Task Image_KeepsTheOldRevisionForARollback()
    {
        var plan = await EditedStack.PlanAsync(EditedStack.Prod, ("dekart:0.23", "dekart:0.24"));

        Assert.Equal(
            "Service dekart Deployment: ECS starts new tasks, waits until they are healthy, and drains the old ones.", plan.Effects());
    }

    [Fact]
    public async Task MaximumReceives_Removed_IsTheDefaultAgain()
    {
        var plan = await EditedStack.PlanAsync(EditedStack.EventJobs, ("    exports:\n      maximumReceives: 5\n", "    exports: {}\n"));

        Assert.Equal("Update Queue media-queues-exports", plan.Steps());
        Assert.Equal("redrivePolicy.maxReceiveCount: 5 → 3", plan.Properties("Queue media-queues-exports"));
        Assert.Empty(plan.Ignored);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("    waitForSteadyState: false\n", true)]
    public async Task ContainerPort_Changed_CutsOffOldTasksUnlessPulumiWaits(string setting, bool isHarmful)
    {
        const string Deployment = "    deployment:\n      strategy: canary\n";
        var plan = await EditedStack.PlanAsync(
            EditedStack.EventJobs, [(Deployment, setting + Deployment)], [("    containerPort: 8080\n", "    containerPort: 9090\n")]);

        Assert.Equal(isHarmful, plan.IsHarmful);
    }

    // ECS keeps one list of capacity providers, which is shortened before the services move.
    [Fact]
    public async Task Instances_RemovedWithTheServicesOnThem_AreStillInUse()
    {
        var plan = await EditedStack.PlanAsync(
            EditedStack.EventJobs,
            (Steady, ""), (OnSteady, OnFargate));

        Assert.Contains("ResourceInUseException: service media-service-admin still uses capacity provider ec2-media-dev_steady", plan.Problems());
    }

    [Fact]
    public async Task Instances_RemovedAfterTheirServices_AreDeletedByForce()
    {
        var plan = await EditedStack.PlanAsync(
            EditedStack.EventJobs,
            [(OnSteady, OnFargate)],
            [(Steady, "")]);

        Assert.Empty(plan.Problems);
        Assert.Contains("Delete CapacityProvider media-cluster-steady\nDelete Group media-cluster-steady", plan.Steps());
    }
}
