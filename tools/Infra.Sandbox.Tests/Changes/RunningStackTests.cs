using Infra.Sandbox.Changes;
using Infra.Sandbox.Tests.Changes.Support;

namespace Infra.Sandbox.Tests.Changes;

/// <summary>Edits of a running stack that lose data, cut traffic or fail halfway.</summary>
public sealed class RunningStackTests
{
    private const string Key = "kmsKeyArn: arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-3333-4444-555555555555";
    private const string DualStack = "dualStack: true";
    private const string NoDualStack = "dualStack: false";
    private const string TwoZones = "[eu-central-1a, eu-central-1b]";

    [Fact]
    public async Task DatabaseKey_WithDeletionProtection_IsRefused()
    {
        var plan = await EditedStack.PlanAsync(EditedStack.Prod, ("engineVersion: 17", $"{Key}\n    engineVersion: 17"));

        Assert.Equal(
            "dekart-database is protected, and Pulumi neither replaces nor deletes a protected resource.",
            plan.Problems[0].Text);
    }

    [Fact]
    public async Task LoadBalancerScheme_ReplacesTheLoadBalancer()
    {
        var plan = await EditedStack.PlanAsync(
            EditedStack.EventJobs, ("  app:webAcl:", "  app:loadBalancer:\n    scheme: internal\n    allowedCidrs: [10.0.0.0/8]\n  app:webAcl:"));

        Assert.Contains("! internal: false → true", plan.Properties("LoadBalancer media-lb"));
        Assert.Contains(
            "LoadBalancer media-lb Downtime: The new load balancer has another DNS name. Clients with the old addresses in their DNS caches fail once the old one is deleted.",
            plan.Effects());
    }

    [Fact]
    public async Task MajorUpgrade_NotAllowed_IsRefused() => Assert.Contains(
        "InvalidParameterCombination: dekart-database does not allow the major version upgrade from 17 to 18.",
        (await EditedStack.PlanAsync(EditedStack.Dev, ("engineVersion: 17", "engineVersion: 18"))).Problems());

    [Fact]
    public async Task Tls_Required_IsEnforcedBeforeTheTasksAreReplaced()
    {
        var plan = await EditedStack.PlanAsync(EditedStack.Dev, [("tls: require", "tls: allow")], [("tls: allow", "tls: require")]);

        Assert.StartsWith("Update ParameterGroup dekart-database", plan.Steps());
        Assert.Contains(
            "ParameterGroup dekart-database Interruption: Dynamic parameters apply at once: with rds.force_ssl, new connections without TLS fail.",
            plan.Effects());
    }

    [Fact]
    public async Task DualStack_ZoneAppended_RenumbersFourSubnets()
    {
        var plan = await EditedStack.PlanAsync(
            EditedStack.Dev, [(NoDualStack, DualStack)], [(TwoZones, "[eu-central-1a, eu-central-1b, eu-central-1c]")]);

        Assert.Equal(
            """
            Update Subnet dekart-network-private-1
            Update Subnet dekart-network-isolated-1
            Update Subnet dekart-network-private-2
            Update Subnet dekart-network-isolated-2
            """,
            string.Join('\n', plan.Steps().Split('\n').Where(step => step.StartsWith("Update Subnet ", StringComparison.Ordinal))));
        Assert.Equal(
            "1 InvalidSubnet.Conflict: subnet dekart-network-private-1 gets the IPv6 range of dekart-network-private-2, which still exists.",
            plan.Problems());
    }

    [Fact]
    public async Task DualStack_TurnedOff_IsRefused() => Assert.Equal(
        "1 InvalidCidrBlock.InUse: dekart-network-public-1 still has a range of the IPv6 block of dekart-network.",
        (await EditedStack.PlanAsync(EditedStack.Dev, [(NoDualStack, DualStack)], [(DualStack, NoDualStack)])).Problems());

    [Fact]
    public async Task Zones_Reordered_ConflictWithTheReplacedSubnets() => Assert.StartsWith(
        "1 InvalidSubnet.Conflict: dekart-network-public-1 gets a range of the subnet that it replaces, which still exists.",
        (await EditedStack.PlanAsync(EditedStack.Dev, (TwoZones, "[eu-central-1b, eu-central-1a]"))).Problems());

    [Fact]
    public async Task NetworkRange_Changed_CannotMoveTheDatabaseAndTheLoadBalancer()
    {
        var problems = (await EditedStack.PlanAsync(EditedStack.Dev, ("cidr: 10.20.0.0/16", "cidr: 10.21.0.0/16"))).Problems();

        Assert.Contains("InvalidConfigurationRequest: load balancer dekart-lb cannot move to subnets of another VPC.", problems);
        Assert.Contains("InvalidParameterValue: subnet group dekart-database cannot move to subnets of another VPC.", problems);
    }

    [Fact]
    public async Task Network_OwnToExisting_CannotMoveTheDatabaseAndTheLoadBalancer()
    {
        const string Own = "  app:network:\n    cidr: 10.20.0.0/16\n    zones: [eu-central-1a, eu-central-1b]\n    natGateways: none\n    s3GatewayEndpoint: true\n"
            + "    interfaceEndpoints: []\n    dualStack: false\n";
        const string Existing = "  app:existingNetwork:\n    vpcId: vpc-0a000000\n    publicSubnetIds: [subnet-0a100000, subnet-0a200000]\n"
            + "    privateSubnetIds: [subnet-0b100000, subnet-0b200000]\n    isolatedSubnetIds: [subnet-0c100000, subnet-0c200000]\n";
        var problems = (await EditedStack.PlanAsync(EditedStack.Dev, (Own, Existing))).Problems();

        Assert.Contains("InvalidConfigurationRequest: load balancer dekart-lb cannot move to subnets of another VPC.", problems);
        Assert.Contains("InvalidParameterValue: subnet group dekart-database cannot move to subnets of another VPC.", problems);
    }

    [Fact]
    public async Task Service_Renamed_StopsTheOldOne()
    {
        var plan = await EditedStack.PlanAsync(EditedStack.EventJobs, ("    admin: # another", "    backoffice: # another"), ("calls: [admin]", "calls: [backoffice]"));

        Assert.Contains("Service media-service-admin Downtime: ECS stops all tasks of the service.", plan.Effects());
        Assert.Contains("LogGroup media-service-admin-task DataLoss: CloudWatch Logs deletes the log group with all events in it.", plan.Effects());
    }

    [Fact]
    public async Task TrafficShifting_TurnedOff_LeavesNoRuleWithoutAService()
    {
        var plan = await EditedStack.PlanAsync(
            EditedStack.EventJobs, ("      strategy: canary\n      stepPercent: 10\n      stepMinutes: 5\n      bakeMinutes: 10\n", ""));

        Assert.StartsWith("Create ListenerRule media-rules-50000\nUpdate Service media", plan.Steps());
        Assert.Equal("Service media deploymentConfiguration.bakeTimeInMinutes\nService media deploymentConfiguration.canaryConfiguration", plan.Ignored());
        Assert.Empty(plan.Problems);
        Assert.False(plan.IsHarmful);
    }

    [Fact]
    public async Task NumberOfTasks_OfAServiceThatScales_IsIgnored()
    {
        var plan = await EditedStack.PlanAsync(EditedStack.EventJobs, ("desiredCount: 2", "desiredCount: 3"));

        Assert.Empty(plan.Steps);
        Assert.Equal("Service media desiredCount", plan.Ignored());
    }
}
