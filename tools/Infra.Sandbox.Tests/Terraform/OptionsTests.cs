using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform;
using Infra.Sandbox.Tests.Terraform.Support;

namespace Infra.Sandbox.Tests.Terraform;

public sealed class OptionsTests
{
    private const string Service = "aws:ecs/service:Service";
    private const string Group = "aws:cloudwatch/logGroup:LogGroup";

    [Fact]
    public void DependsOnAComponent_IncludesAllItsResources()
    {
        var outer = new ResourceKey("infra:index:Outer", "outer");
        var inner = new ResourceKey("infra:index:Inner", "inner");
        var own = Graphs.Resource(Service, "shop", ("name", "shop")) with { Parent = inner };
        var graph = Graphs.Of(
            Graphs.Component(outer),
            Graphs.Component(inner) with { Parent = outer },
            Graphs.Resource(Group, "b", ("name", "b")) with { Parent = inner },
            Graphs.Resource("random:index/randomId:RandomId", "id", ("byteLength", 4)) with { Parent = outer },
            Graphs.Resource(Group, "a", ("name", "a")) with { Parent = outer },
            Graphs.Resource(Group, "a-a", ("name", "a")) with { Parent = new ResourceKey(Group, "a") },
            own with { Settings = new ResourceSettings { DependsOn = [outer, new ResourceKey(Group, "a")] } });

        Assert.Equal(
            """{"name":"shop","depends_on":["aws_cloudwatch_log_group.a","aws_cloudwatch_log_group.a_a","aws_cloudwatch_log_group.b"]}""",
            Translation.Of(graph).Text("resource", "aws_ecs_service", "shop"));
    }

    [Fact]
    public void DependsOnAResource_IncludesNoChildren()
    {
        var parent = new ResourceKey(Group, "a");
        var graph = Graphs.Of(
            Graphs.Resource(Group, "a", ("name", "a")),
            Graphs.Resource(Group, "a-a", ("name", "a")) with { Parent = parent, Settings = new ResourceSettings { DependsOn = [parent] } });

        Assert.Equal(
            """{"name":"a","depends_on":["aws_cloudwatch_log_group.a"]}""",
            Translation.Of(graph).Text("resource", "aws_cloudwatch_log_group", "a_a"));
    }

    [Fact]
    public void SourcesOfInputs_WithoutAReference_AreDependencies()
    {
        var cluster = Graphs.Resource("aws:ecs/cluster:Cluster", "cluster", ("name", "shop"));
        var group = Graphs.Resource(Group, "log", ("name", "log"));
        var network = new ResourceKey("awsx:ec2:Vpc", "net");
        var service = Graphs.Resource(Service, "shop", ("cluster", new Symbol(cluster.Key, "arn")), ("name", "log")) with
        {
            Sources = [cluster.Key, network, group.Key],
            Settings = new ResourceSettings { DependsOn = [cluster.Key] },
        };

        Assert.Equal(
            """{"cluster":"${aws_ecs_cluster.cluster.arn}","name":"log","depends_on":["aws_cloudwatch_log_group.log"]}""",
            Translation.Of(Graphs.Of(cluster, group, Graphs.Component(network), service)).Text("resource", "aws_ecs_service", "shop"));
    }

    [Fact]
    public void IgnoreChanges_UsesTerraformPaths()
    {
        var service = With(new ResourceSettings
        {
            IgnoreChanges = ["desiredCount", "loadBalancers[0].targetGroupArn", "networkConfiguration.subnets", "tags.camelCase", "nothing"],
        });

        var program = Translation.Of(Graphs.Of(service));

        Assert.Equal(
            """
            {"name":"shop","lifecycle":{"ignore_changes":["desired_count","load_balancer",
            "network_configuration[0].subnets","tags[\"camelCase\"]"]}}
            """.ReplaceLineEndings(""),
            program.Text("resource", "aws_ecs_service", "shop"));
        Assert.Equal([new UnknownInput(service.Key, "ignoreChanges: nothing")], program.UnknownInputs.ToArray());
    }

    [Fact]
    public void Timeouts_AreABlockIfTheTypeSupportsThem()
    {
        var timeouts = new ResourceSettings
        {
            CreateTimeout = TimeSpan.FromMinutes(60),
            UpdateTimeout = TimeSpan.FromSeconds(90),
            DeleteTimeout = TimeSpan.FromHours(1.5),
        };
        var group = Graphs.Resource(Group, "log", ("name", "log")) with { Settings = timeouts with { UpdateTimeout = null, DeleteTimeout = null } };

        var program = Translation.Of(Graphs.Of(With(timeouts), group));

        Assert.Equal(
            """{"name":"shop","timeouts":{"create":"60m","update":"90s","delete":"90m"}}""",
            program.Text("resource", "aws_ecs_service", "shop"));
        Assert.Equal("""{"name":"log"}""", program.Text("resource", "aws_cloudwatch_log_group", "log"));
        Assert.Equal([new UnknownInput(group.Key, "customTimeouts.create")], program.UnknownInputs.ToArray());
    }

    [Fact]
    public void OptionsThatBlockDestroy_AreListed()
    {
        var program = Translation.Of(Graphs.Of(With(new ResourceSettings { Protect = true, RetainOnDelete = true })));

        Assert.Equal("""{"name":"shop"}""", program.Text("resource", "aws_ecs_service", "shop"));
        Assert.Equal(["protect", "retainOnDelete"], program.OmittedOptions.Select(option => option.Option));
    }

    [Theory]
    [InlineData("", false, """{"name_prefix":"shop-","lifecycle":{"create_before_destroy":true}}""")]
    [InlineData("", true, """{"name_prefix":"shop-"}""")]
    [InlineData("fixed", false, """{"name":"fixed"}""")] // cannot be there twice
    public void Replacement_WithGeneratedName_IsCreatedFirst(string name, bool deleteBeforeReplace, string expected)
    {
        var group = Graphs.Resource("aws:ec2/securityGroup:SecurityGroup", "shop", ("name", name.Length > 0 ? name : PropertyValue.Null.Value));

        Assert.Equal(expected, Translation.ResourceOf(group with { Settings = new ResourceSettings { DeleteBeforeReplace = deleteBeforeReplace } }));
    }

    private static ResourceNode With(ResourceSettings settings) => Graphs.Resource(Service, "shop", ("name", "shop")) with { Settings = settings };
}
