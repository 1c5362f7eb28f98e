using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform;
using Infra.Sandbox.Tests.Terraform.Support;

namespace Infra.Sandbox.Tests.Terraform;

public sealed class EmulatorDifferencesTests
{
    [Fact]
    public void UnsupportedAttribute_IsReplacedAndListed()
    {
        var service = Graphs.Resource("aws:ecs/service:Service", "s", ("name", "s"), ("enableExecuteCommand", true), ("waitForSteadyState", true));

        var program = Translation.Of(Graphs.Of(service), Translation.Emulator);

        Assert.Equal(
            """
            {"enable_execute_command":true,"name":"s","wait_for_steady_state":false,
            "lifecycle":{"ignore_changes":["enable_execute_command"]}}
            """.ReplaceLineEndings(""),
            program.Text("resource", "aws_ecs_service", "s"));
        Assert.Equal(
            ["enable_execute_command", "wait_for_steady_state"],
            program.EmulatorDifferences.Select(difference => difference.Attribute));
        Assert.All(program.EmulatorDifferences, difference => Assert.Equal(service.Key, difference.Resource));
    }

    [Fact]
    public void AttributeReturnedOnlyByTheEmulator_IsIgnored()
    {
        var program = Translation.Of(
            Graphs.Of(Graphs.Resource("aws:autoscaling/policy:Policy", "p", ("name", "p"), ("autoscalingGroupName", "g"))), Translation.Emulator);

        Assert.Contains(
            "\"lifecycle\":{\"ignore_changes\":[\"enabled\",\"predictive_scaling_configuration\"]}",
            program.Text("resource", "aws_autoscaling_policy", "p"),
            StringComparison.Ordinal);
        Assert.Equal(["enabled", "predictive_scaling_configuration"], program.EmulatorDifferences.Select(difference => difference.Attribute));
    }

    [Fact]
    public void WithoutAnEmulator_NothingChanges()
    {
        var program = Translation.Of(Graphs.Of(Database(deletionProtection: true)));

        Assert.Equal("""{"deletion_protection":true,"identifier":"db"}""", program.Text("resource", "aws_db_instance", "db"));
        Assert.Empty(program.EmulatorDifferences);
    }

    [Fact]
    public void AttributeWithTheEmulatorsValue_IsNotListed() =>
        Assert.Empty(Translation.Of(Graphs.Of(Database(deletionProtection: false)), Translation.Emulator).EmulatorDifferences);

    [Fact]
    public void RejectedAttribute_IsOmitted() => Assert.Equal(
        """{"assign_ipv6_address_on_creation":false,"cidr_block":"10.0.0.0/24"}""",
        Translation.ResourceOf(
            Graphs.Resource(
                "aws:ec2/subnet:Subnet", "a", ("assignIpv6AddressOnCreation", true), ("cidrBlock", "10.0.0.0/24"), ("ipv6CidrBlock", "::/64")),
            Translation.Emulator));

    [Fact]
    public void ResourceWithoutAnApi_IsOmittedWithItsDependencies()
    {
        var policy = Graphs.Resource("aws:efs/backupPolicy:BackupPolicy", "files", ("fileSystemId", "fs-1"));
        var service = Graphs.Resource("aws:ecs/service:Service", "s", ("name", "s")) with
        {
            Settings = new ResourceSettings { DependsOn = [policy.Key] },
        };

        var program = Translation.Of(Graphs.Of(policy, service), Translation.Emulator);

        Assert.Equal("""{"aws_ecs_service":{"s":{"name":"s"}}}""", program.Text("resource"));
        Assert.Equal([new EmulatorDifference(policy.Key, "whole resource", "moto has no API for it")], program.EmulatorDifferences.AsEnumerable());
    }

    [Fact]
    public void Value_OfAResourceThatTheEmulatorLacks_IsAStandIn()
    {
        var cache = Graphs.Resource("aws:elasticache/replicationGroup:ReplicationGroup", "shop-cache", ("description", "Cache"));
        var service = Graphs.Resource(
            "aws:ecs/service:Service", "s", ("name", $"in {new Symbol(cache.Key, "primaryEndpointAddress")}"));

        var program = Translation.Of(Graphs.Of(cache, service), Translation.Emulator);

        Assert.Equal("""{"aws_ecs_service":{"s":{"name":"in ${\"shop-cache.primaryEndpointAddress\"}"}}}""", program.Text("resource"));
    }

    [Fact]
    public void ResourceWithoutAnApi_WithoutAnEmulator_IsTranslated()
    {
        var program = Translation.Of(Graphs.Of(Graphs.Resource("aws:efs/backupPolicy:BackupPolicy", "files", ("fileSystemId", "fs-1"))));

        Assert.Equal("""{"file_system_id":"fs-1"}""", program.Text("resource", "aws_efs_backup_policy", "files"));
        Assert.Empty(program.EmulatorDifferences);
    }

    [Theory]
    [InlineData("cidrIpv4", """{"cidr_ipv4":"x","description":"web"}""")]
    [InlineData(
        "referencedSecurityGroupId",
        """{"description":"web","referenced_security_group_id":"x","lifecycle":{"ignore_changes":["description"]}}""")]
    public void RuleDescriptions_AreIgnoredBetweenSecurityGroupsOnly(string peer, string expected) => Assert.Equal(
        expected,
        Translation.ResourceOf(
            Graphs.Resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "web", (peer, "x"), ("description", "web")),
            Translation.Emulator));

    [Fact]
    public void AutoScalingGroup_OmitsScaleInProtectionAndInstanceRefresh() => Assert.Equal(
        """{"max_size":1,"min_size":0,"name":"g","protect_from_scale_in":false}""",
        Translation.ResourceOf(
            Graphs.Resource(
                "aws:autoscaling/group:Group",
                "g",
                ("instanceRefresh", Graphs.Map(("strategy", "Rolling"))),
                ("maxSize", 1),
                ("minSize", 0),
                ("name", "g"),
                ("protectFromScaleIn", true)),
            Translation.Emulator));

    private static ResourceNode Database(bool deletionProtection) =>
        Graphs.Resource("aws:rds/instance:Instance", "db", ("identifier", "db"), ("deletionProtection", deletionProtection));
}
