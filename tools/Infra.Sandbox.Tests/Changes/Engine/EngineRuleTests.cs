using Infra.Sandbox.Changes;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Tests.Changes.Support;
using Infra.Sandbox.Tests.Terraform.Support;

namespace Infra.Sandbox.Tests.Changes.Engine;

/// <summary>The rules of Pulumi's engine, on small graphs.</summary>
public sealed class EngineRuleTests
{
    private static readonly ResourceNode Group = Graphs.Resource("aws:lb/targetGroup:TargetGroup", "group", ("port", 80));
    private static readonly ResourceNode Rule = Graphs.Resource(
        "aws:lb/listenerRule:ListenerRule", "rule", ("actions", Graphs.List(Graphs.Map(("targetGroupArn", Group.Output("arn"))))));

    private static readonly ResourceNode Secret = Graphs.Resource("aws:secretsmanager/secret:Secret", "secret", ("description", "a"));
    private static readonly ResourceNode Version = Graphs.Resource(
        "aws:secretsmanager/secretVersion:SecretVersion", "version", ("secretId", Secret.Output("id")), ("secretString", "x"));

    private static readonly ResourceNode Logs = Graphs.Resource("aws:cloudwatch/logGroup:LogGroup", "logs", ("name", "/shop"));

    [Fact]
    public void NothingChanged_HasNoSteps()
    {
        var plan = TwoGraphs.Plan([Group, Rule], [Group, Rule]);

        Assert.Empty(plan.Steps);
        Assert.Empty(plan.Changes);
        Assert.False(plan.IsHarmful);
    }

    [Fact]
    public void Update_KeepsTheResourcesBehindIt() =>
        Assert.Equal("Update Secret secret", TwoGraphs.Plan([Secret, Version], [Secret.With(("description", "b")), Version]).Steps());

    [Fact]
    public void Replacement_IsCreatedFirstAndTheOldOneDeletedLast() => Assert.Equal(
        """
        CreateReplacement TargetGroup group
        Update ListenerRule rule
        DeleteReplaced TargetGroup group
        """,
        TwoGraphs.Plan([Group, Rule], [Group.With(("port", 81)), Rule]).Steps());

    [Fact]
    public void Replacement_MakesItsOutputsUnknown() => Assert.Equal(
        "actions[0].targetGroupArn: ${aws:lb/targetGroup:TargetGroup::group.arn} → unknown",
        TwoGraphs.Plan([Group, Rule], [Group.With(("port", 81)), Rule]).Properties("ListenerRule rule"));

    [Fact]
    public void Replacement_ReplacesWhatItsOutputsForce() => Assert.Equal(
        """
        CreateReplacement Secret secret
        CreateReplacement SecretVersion version
        DeleteReplaced SecretVersion version
        DeleteReplaced Secret secret
        """,
        TwoGraphs.Plan([Secret, Version], [Secret.With(("namePrefix", "shop-")), Version]).Steps());

    [Fact]
    public void Source_BehindALookup_IsFollowed()
    {
        var vpc = Graphs.Resource("aws:ec2/vpc:Vpc", "vpc", ("cidrBlock", "10.0.0.0/16"));
        var lookup = new ProviderLookup(new ResourceKey("aws:ec2/getSubnet:getSubnet", "vpc"), Graphs.Map(("vpcId", vpc.Output("id"))));
        var target = Graphs.Resource("aws:efs/mountTarget:MountTarget", "mount", ("subnetId", new Symbol(lookup.Key, "id")));

        var plan = UpdatePlanner.Plan(
            Graphs.Of(vpc, target) with { Lookups = [lookup] },
            Graphs.Of(vpc.With(("cidrBlock", "10.1.0.0/16")), target) with { Lookups = [lookup] });

        Assert.Equal("! subnetId: ${aws:ec2/getSubnet:getSubnet::vpc.id} → unknown", plan.Properties("MountTarget mount"));
    }

    [Fact]
    public void LaunchTemplate_Updated_HasANewVersion()
    {
        var template = Graphs.Resource("aws:ec2/launchTemplate:LaunchTemplate", "template", ("instanceType", "t3.small"));
        var group = Graphs.Resource("aws:autoscaling/group:Group", "group", ("launchTemplate", Graphs.Map(("version", template.Output("latestVersion")))));

        Assert.Equal(
            "launchTemplate.version: ${aws:ec2/launchTemplate:LaunchTemplate::template.latestVersion} → unknown",
            TwoGraphs.Plan([template, group], [template.With(("instanceType", "t3.large")), group]).Properties("Group group"));
    }

    [Fact]
    public void NameOfTheProgram_DeletesFirst() => Assert.Equal(
        "DeleteReplaced LogGroup logs\nCreateReplacement LogGroup logs", TwoGraphs.Plan(Logs, Logs.With(("name", "/store"))).Steps());

    [Fact]
    public void NameOfTheProgram_WithDeleteBeforeReplaceFalse_CreatesFirst() => Assert.Equal(
        "CreateReplacement LogGroup logs\nDeleteReplaced LogGroup logs",
        TwoGraphs.Plan(Logs, Logs.With(("name", "/store")).With(new ResourceSettings { DeleteBeforeReplace = false })).Steps());

    [Fact]
    public void DeleteBeforeReplace_Set_DeletesFirst() => Assert.StartsWith(
        "DeleteReplaced TargetGroup group\nCreateReplacement TargetGroup group",
        TwoGraphs.Plan([Group, Rule], [Group.With(("port", 81)).With(new ResourceSettings { DeleteBeforeReplace = true }), Rule]).Steps());

    [Fact]
    public void TypeThatDeletesFirst_DeletesFirst()
    {
        var mount = Graphs.Resource("aws:efs/mountTarget:MountTarget", "mount", ("subnetId", "subnet-1"));

        Assert.Equal("DeleteReplaced MountTarget mount\nCreateReplacement MountTarget mount", TwoGraphs.Plan(mount, mount.With(("subnetId", "subnet-2"))).Steps());
    }

    [Fact]
    public void DependentThatMustBeReplaced_IsDeletedBeforeWhatIsDeletedFirst()
    {
        var secret = Secret.With(("name", "a"));

        Assert.Equal(
            """
            DeleteReplaced SecretVersion version
            DeleteReplaced Secret secret
            CreateReplacement Secret secret
            CreateReplacement SecretVersion version
            """,
            TwoGraphs.Plan([secret, Version], [secret.With(("name", "b")), Version]).Steps());
    }

    [Fact]
    public void DependentThatIsOnlyUpdated_StaysUntilThen() => Assert.Equal(
        """
        DeleteReplaced TargetGroup group
        CreateReplacement TargetGroup group
        Update ListenerRule rule
        """,
        TwoGraphs.Plan([Group, Rule], [Group.With(("port", 81), ("name", "x")), Rule]).Steps());

    [Fact]
    public void DependentThatIsNoLongerWanted_IsDeletedWithWhatIsDeletedFirst()
    {
        var secret = Secret.With(("name", "a"));

        Assert.Equal(
            "Delete SecretVersion version\nDeleteReplaced Secret secret\nCreateReplacement Secret secret",
            TwoGraphs.Plan([secret, Version], [secret.With(("name", "b"))]).Steps());
    }

    [Fact]
    public void Deletions_AreLastInReverseOrder() => Assert.Equal(
        """
        Create LogGroup logs
        Delete SecretVersion version
        Delete Secret secret
        """,
        TwoGraphs.Plan([Secret, Version], [Logs]).Steps());

    [Fact]
    public void DependsOn_AComponent_WaitsForEverythingInIt()
    {
        var component = Graphs.Component(new ResourceKey("infra:index:Part", "part"));
        var inside = Secret with { Parent = component.Key };
        var after = Logs.With(new ResourceSettings { DependsOn = [component.Key] });

        Assert.Equal("Create Secret secret\nCreate LogGroup logs", TwoGraphs.Plan([], [after, component, inside]).Steps());
    }

    [Fact]
    public void ComponentInputs_AreNoChange()
    {
        var component = Graphs.Component(new ResourceKey("awsx:ec2:Vpc", "network"));

        Assert.Empty(TwoGraphs.Plan([component.With(("cidrBlock", "a"))], [component.With(("cidrBlock", "b"))]).Steps);
    }

    [Fact]
    public void MovedBelowAnotherComponent_IsAnotherResource()
    {
        var component = Graphs.Component(new ResourceKey("infra:index:Part", "part"));

        Assert.Equal("Create Secret secret\nDelete Secret secret", TwoGraphs.Plan([Secret], [component, Secret with { Parent = component.Key }]).Steps());
    }

    [Fact]
    public void RandomValue_AnyInputChanged_IsReplaced()
    {
        var random = Graphs.Resource("random:index/randomId:RandomId", "id", ("byteLength", 4));

        Assert.Equal("CreateReplacement RandomId id\nDeleteReplaced RandomId id", TwoGraphs.Plan(random, random.With(("byteLength", 8))).Steps());
    }

    [Fact]
    public void Protected_ReplacedOrDeleted_IsRefused()
    {
        var @protected = Group.With(new ResourceSettings { Protect = true });

        Assert.Equal(
            "0 group is protected, and Pulumi neither replaces nor deletes a protected resource.",
            TwoGraphs.Plan(@protected, @protected.With(("port", 81))).Problems());
        Assert.Equal("0 group is protected, and Pulumi neither replaces nor deletes a protected resource.", TwoGraphs.Plan([@protected], []).Problems());
    }

    [Fact]
    public void Protected_UnprotectedInTheSameUpdate_CanBeReplacedAndNotDeleted()
    {
        var @protected = Group.With(new ResourceSettings { Protect = true });

        Assert.Empty(TwoGraphs.Plan(@protected, Group.With(("port", 81))).Problems);
        Assert.Single(TwoGraphs.Plan([@protected], []).Problems);
    }

    [Fact]
    public void RetainOnDelete_IsNotDeletedInAws()
    {
        var retained = Graphs.Resource("aws:s3/bucket:Bucket", "bucket", ("forceDestroy", false)).With(new ResourceSettings { RetainOnDelete = true });
        var plan = TwoGraphs.Plan([retained], []);

        Assert.Equal("Delete Bucket bucket", plan.Steps());
        Assert.Empty(plan.Problems);
        Assert.Empty(plan.Effects());
    }

    [Fact]
    public void IgnoredInput_IsNoChangeAndReported()
    {
        var service = Graphs.Resource("aws:ecs/service:Service", "shop", ("desiredCount", 1)).With(new ResourceSettings { IgnoreChanges = ["desiredCount"] });
        var plan = TwoGraphs.Plan(service, service.With(("desiredCount", 2)));

        Assert.Empty(plan.Steps);
        Assert.Equal("Service shop desiredCount", plan.Ignored());
    }

    [Fact]
    public void Ipv6Block_TurnedOn_ChangesTheRangesOfTheSubnets()
    {
        var vpc = Graphs.Resource("aws:ec2/vpc:Vpc", "vpc", ("cidrBlock", "10.0.0.0/16"));
        var subnet = Graphs.Resource("aws:ec2/subnet:Subnet", "subnet", ("ipv6CidrBlock", vpc.Output("ipv6CidrBlock#2")));

        Assert.Equal(
            "ipv6CidrBlock: ${aws:ec2/vpc:Vpc::vpc.ipv6CidrBlock#2} → unknown",
            TwoGraphs.Plan([vpc, subnet], [vpc.With(("assignGeneratedIpv6CidrBlock", true)), subnet]).Properties("Subnet subnet"));
    }

    [Fact]
    public void SmallerStorage_WithAutoscaling_IsNoChangeAndReported()
    {
        var database = Graphs.Resource("aws:rds/instance:Instance", "data", ("allocatedStorage", 50), ("maxAllocatedStorage", 100));
        var plan = TwoGraphs.Plan(database, database.With(("allocatedStorage", 40)));

        Assert.Empty(plan.Steps);
        Assert.Equal(
            "With maxAllocatedStorage, RDS may have grown the storage, so the provider ignores a smaller value. Storage never shrinks.",
            Assert.Single(plan.Ignored).Reason);
    }

    [Fact]
    public void InputWithADefault_RemovedOrGiven_ChangesOnlyOtherValues()
    {
        var queue = Graphs.Resource("aws:sqs/queue:Queue", "queue");

        Assert.Empty(TwoGraphs.Plan(queue.With(("visibilityTimeoutSeconds", 30)), queue).Steps);
        Assert.Empty(TwoGraphs.Plan(queue, queue.With(("visibilityTimeoutSeconds", 30))).Steps);
        Assert.Empty(TwoGraphs.Plan(queue, queue.With(("visibilityTimeoutSeconds", 30))).Ignored);
        Assert.Equal(
            "visibilityTimeoutSeconds: 60 → none",
            TwoGraphs.Plan(queue.With(("visibilityTimeoutSeconds", 60)), queue).Properties("Queue queue"));
    }

    [Fact]
    public void CapacityProviderStrategy_ChangedWithoutNewDeployment_IsRefusedBeforeTheFirstStep()
    {
        var service = Graphs.Resource("aws:ecs/service:Service", "shop", ("capacityProviderStrategies", Strategy("FARGATE")));
        var plan = TwoGraphs.Plan(service, service.With(("capacityProviderStrategies", Strategy("FARGATE_SPOT"))));

        Assert.Equal(
            "0 The provider refuses the change of shop: "
            + "force_new_deployment should be true when capacity_provider_strategy is being updated.",
            plan.Problems());
        Assert.Equal("Set forceNewDeployment on the service.", Assert.Single(plan.Problems).Remedy);

        static PropertyValue.List Strategy(string provider) => Graphs.List(Graphs.Map(("capacityProvider", provider)));
    }

    [Fact]
    public void Region_Changed_ReplacesRegionalResources()
    {
        var role = Graphs.Resource("aws:iam/role:Role", "role", ("name", "shop"));
        var group = Graphs.Resource("aws:lb/targetGroup:TargetGroup", "group", ("port", 80), ("name", "shop"))
            .With(new ResourceSettings { DeleteBeforeReplace = false });

        var plan = UpdatePlanner.Plan(
            Graphs.Of(role, group) with { Region = "eu-central-1" }, Graphs.Of(role, group) with { Region = "eu-west-1" });

        Assert.Equal("CreateReplacement TargetGroup group\nDeleteReplaced TargetGroup group", plan.Steps());
        Assert.Equal("! region: eu-central-1 → eu-west-1", plan.Properties("TargetGroup group"));
        Assert.Empty(plan.Problems);
    }

    [Fact]
    public void InputThatTheProviderKeeps_Removed_IsNoChangeAndReported()
    {
        var database = Graphs.Resource("aws:rds/instance:Instance", "data", ("kmsKeyId", "key"));
        var plan = TwoGraphs.Plan(database, Graphs.Resource("aws:rds/instance:Instance", "data"));

        Assert.Empty(plan.Steps);
        Assert.Equal("Instance data kmsKeyId", plan.Ignored());
        Assert.Equal("The provider keeps the value when none is given. Give another value instead.", Assert.Single(plan.Ignored).Reason);
    }
}
