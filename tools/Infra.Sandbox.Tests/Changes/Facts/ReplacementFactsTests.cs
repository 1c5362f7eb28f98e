using Infra.Sandbox.Changes.Facts;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform;
using static Infra.Sandbox.Tests.Terraform.Support.Graphs;

namespace Infra.Sandbox.Tests.Changes.Facts;

public sealed class ReplacementFactsTests
{
    [Fact]
    public void EveryTypeThatTheSandboxTranslates_HasFacts() => Assert.Equal(
        [],
        TypeMap.PulumiTypes.Where(type => TypeMap.ResourceType(type) is not null).Except(ReplacementFacts.Types));

    [Theory]
    [InlineData("aws:lb/targetGroup:TargetGroup", "port", true)]
    [InlineData("aws:lb/targetGroup:TargetGroup", "healthCheck.port", false)]
    [InlineData("aws:lb/targetGroup:TargetGroup", "portRange", false)]
    [InlineData("aws:rds/instance:Instance", "instanceClass", false)]
    [InlineData("aws:rds/instance:Instance", "storageEncrypted", true)]
    [InlineData("aws:ecs/taskDefinition:TaskDefinition", "volumes", true)]
    [InlineData("aws:ecs/taskDefinition:TaskDefinition", "volumes[1].efsVolumeConfiguration.rootDirectory", true)]
    [InlineData("aws:ecs/taskDefinition:TaskDefinition", "tags.app", false)]
    [InlineData("aws:servicediscovery/service:Service", "dnsConfig", true)]
    [InlineData("aws:servicediscovery/service:Service", "dnsConfig.dnsRecords[0].ttl", false)]
    [InlineData("aws:servicediscovery/service:Service", "dnsConfig.dnsRecords[0].type", true)]
    [InlineData("aws:sqs/queue:Queue", "region", true)]
    [InlineData("aws:ecs/service:Service", "capacityProviderStrategies[0].weight", false)]
    [InlineData("aws:elasticache/serverlessCache:ServerlessCache", "majorEngineVersion", false)]
    [InlineData("test:index:Unknown", "name", false)]
    public void Input_ForcesReplacement(string type, string path, bool expected) =>
        Assert.Equal(expected, ReplacementFacts.ForcesReplacement(type, path));

    [Fact]
    public void TypesWithOneSlot_AreDeletedFirst()
    {
        Assert.NotNull(ReplacementFacts.ReasonToDeleteFirst("aws:efs/mountTarget:MountTarget"));
        Assert.Null(ReplacementFacts.ReasonToDeleteFirst("aws:efs/fileSystem:FileSystem"));
    }

    [Theory]
    [InlineData("network", true)]
    [InlineData("application", false)]
    public void RemovedSubnet_ReplacesNetworkLoadBalancers(string type, bool expected)
    {
        var old = Map(("loadBalancerType", type), ("subnets", List("subnet-1", "subnet-2")));
        var wanted = Map(("loadBalancerType", type), ("subnets", List("subnet-1")));

        Assert.Equal(expected, Replaces("aws:lb/loadBalancer:LoadBalancer", "subnets[1]", old, wanted));
    }

    [Fact]
    public void FirstSecurityGroup_ReplacesNetworkLoadBalancers()
    {
        var none = Map(("loadBalancerType", "network"));
        var one = Map(("loadBalancerType", "network"), ("securityGroups", List("sg-1")));
        var two = Map(("loadBalancerType", "network"), ("securityGroups", List("sg-1", "sg-2")));

        Assert.True(Replaces("aws:lb/loadBalancer:LoadBalancer", "securityGroups", none, one));
        Assert.False(Replaces("aws:lb/loadBalancer:LoadBalancer", "securityGroups", one, two));
    }

    [Fact]
    public void CapacityProviderStrategy_ReplacesServiceInVersion5Only()
    {
        var spot = Map(("capacityProviderStrategies", List(Map(("capacityProvider", "FARGATE_SPOT")))));
        var onDemand = Map(("capacityProviderStrategies", List(Map(("capacityProvider", "FARGATE")))));
        var forced = onDemand.With(Map(("forceNewDeployment", true)));

        Assert.True(ReplacesInVersion5(spot, onDemand));
        Assert.False(ReplacesInVersion5(spot, forced));
        Assert.True(ReplacesInVersion5(Map(("launchType", "FARGATE")), forced));
        Assert.False(Replaces("aws:ecs/service:Service", "capacityProviderStrategies", spot, onDemand));

        static bool ReplacesInVersion5(PropertyValue.Map old, PropertyValue.Map wanted) =>
            ReplacementConditions.FindWhenMeasured("aws:ecs/service:Service", "capacityProviderStrategies[0].weight", old, wanted) is not null;
    }

    [Fact]
    public void CapacityProviderStrategy_IsRefusedWithoutNewDeployment()
    {
        var spot = Map(("capacityProviderStrategies", List(Map(("capacityProvider", "FARGATE_SPOT")))));
        var forced = spot.With(Map(("forceNewDeployment", true)));

        Assert.Equal(
            "force_new_deployment should be true when capacity_provider_strategy is being updated",
            RefusedChanges.Find("aws:ecs/service:Service", "capacityProviderStrategies[0].base", Map(), spot)?.Error);
        Assert.Null(RefusedChanges.Find("aws:ecs/service:Service", "capacityProviderStrategies[0].base", Map(), forced));
    }

    [Fact]
    public void KindOfRuleSource_ReplacesTheRule()
    {
        const string Rule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
        var ipv4 = Map(("cidrIpv4", "10.0.0.0/16"));

        Assert.True(Replaces(Rule, "cidrIpv4", ipv4, Map(("cidrIpv6", "::/0"))));
        Assert.False(Replaces(Rule, "cidrIpv4", ipv4, Map(("cidrIpv4", "10.1.0.0/16"))));
    }

    [Fact]
    public void ServerlessCache_ChangesEngineAndUpgradesInPlace()
    {
        const string Cache = "aws:elasticache/serverlessCache:ServerlessCache";
        var redis = Map(("engine", "redis"), ("majorEngineVersion", "7"));
        var valkey = Map(("engine", "valkey"), ("majorEngineVersion", "7"));
        var upgraded = Map(("engine", "valkey"), ("majorEngineVersion", "8"));

        Assert.False(Replaces(Cache, "engine", redis, valkey));
        Assert.False(Replaces(Cache, "engine", valkey, redis));
        Assert.True(Replaces(Cache, "engine", Map(("engine", "memcached")), valkey));
        Assert.False(Replaces(Cache, "majorEngineVersion", valkey, upgraded));
        Assert.True(Replaces(Cache, "majorEngineVersion", upgraded, valkey));
    }

    [Fact]
    public void EveryDifferenceBetweenProviderVersions_HasAReason() => Assert.All(
        ReplacementFacts.Differences,
        difference => Assert.Matches("^[A-Z].+\\.$", difference.Reason));

    [Theory]
    [InlineData("aws:sqs/queue:Queue", "redrivePolicy", true)]
    [InlineData("aws:sqs/queue:Queue", "visibilityTimeoutSeconds", false)]
    [InlineData("aws:sqs/queue:Queue", "kmsMasterKeyId", false)]
    public void UnsetInput_KeepsItsValue(string type, string input, bool expected) => Assert.Equal(expected, UnsetInputs.KeepValue(type, input));

    [Theory]
    [InlineData(50, 40, 100, true)]
    [InlineData(40, 50, 100, false)]
    [InlineData(50, 40, 0, false)]
    public void SmallerStorage_IsLeftOutWithAutoscaling(int old, int wanted, int maximum, bool expected) => Assert.Equal(
        expected,
        SuppressedChanges.Find(
            "aws:rds/instance:Instance",
            "allocatedStorage",
            Map(("allocatedStorage", old)),
            Map(("allocatedStorage", wanted), ("maxAllocatedStorage", maximum))) is not null);

    [Fact]
    public void UnsetInput_ReturnsToItsDefault()
    {
        Assert.Equal(new PropertyValue.Text("application"), UnsetInputs.DefaultOf("aws:lb/loadBalancer:LoadBalancer", "loadBalancerType"));
        Assert.Equal(new PropertyValue.Number(30), UnsetInputs.DefaultOf("aws:sqs/queue:Queue", "visibilityTimeoutSeconds"));
        Assert.Equal(new PropertyValue.Flag(true), UnsetInputs.DefaultOf("aws:lb/targetGroup:TargetGroup", "healthCheck.enabled"));
        Assert.Null(UnsetInputs.DefaultOf("aws:sqs/queue:Queue", "redrivePolicy"));
    }

    [Theory]
    [InlineData("redis", "valkey", false)]
    [InlineData("valkey", "redis", true)]
    public void CacheEngine_ChangesToValkeyOnly(string old, string wanted, bool expected) =>
        Assert.Equal(expected, Replaces("aws:elasticache/replicationGroup:ReplicationGroup", "engine", Map(("engine", old)), Map(("engine", wanted))));

    [Theory]
    [InlineData("7.2", "8.0", false)]
    [InlineData("8.0", "7.2", true)]
    [InlineData("7.10", "7.2", true)]
    public void CacheVersion_IsNeverLowered(string old, string wanted, bool expected) => Assert.Equal(
        expected,
        Replaces("aws:elasticache/replicationGroup:ReplicationGroup", "engineVersion", Map(("engineVersion", old)), Map(("engineVersion", wanted))));

    private static bool Replaces(string type, string path, PropertyValue.Map old, PropertyValue.Map wanted) =>
        ReplacementConditions.Find(type, path, old, wanted) is not null;
}
