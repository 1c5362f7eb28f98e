using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform;
using Infra.Sandbox.Tests.Terraform.Support;

namespace Infra.Sandbox.Tests.Terraform;

public sealed class InputTests
{
    private const string TargetGroup = "aws:lb/targetGroup:TargetGroup";

    [Fact]
    public void Values_AreConvertedToTheSchemasTypes() => Assert.Equal(
        """{"deregistration_delay":"30","name":"x","port":8080,"preserve_client_ip":"true","slow_start":0.5}""",
        Translation.ResourceOf(Graphs.Resource(
            TargetGroup,
            "shop",
            ("name", "x"),
            ("deregistrationDelay", 30),
            ("port", "8080"),
            ("preserveClientIp", true),
            ("slowStart", 0.5))));

    [Fact]
    public void References_OfAnyType_AreTexts() => Assert.Equal(
        """{"name":"x","port":"${aws_lb_target_group.shop.port}"}""",
        Translation.ResourceOf(Graphs.Resource(TargetGroup, "shop", ("name", "x"), ("port", "${aws:lb/targetGroup:TargetGroup::shop.port}"))));

    [Fact]
    public void ObjectsAndLists_AreBlocks() => Assert.Equal(
        """{"default_action":[{"redirect":[{"port":"443","status_code":"HTTP_301"}],"type":"redirect"},{"type":"forward"}]}""",
        Translation.ResourceOf(Graphs.Resource(
            "aws:lb/listener:Listener",
            "http",
            ("defaultActions", Graphs.List(
                Graphs.Map(("type", "redirect"), ("redirect", Graphs.Map(("port", "443"), ("statusCode", "HTTP_301")))),
                Graphs.Map(("type", "forward")))))));

    [Fact]
    public void SingleObject_ForAListOfBlocks_IsWrapped() => Assert.Equal(
        """{"bucket":"b","rule":[{"object_ownership":"BucketOwnerEnforced"}]}""",
        Translation.ResourceOf(Graphs.Resource(
            "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
            "b",
            ("bucket", "b"),
            ("rule", Graphs.Map(("objectOwnership", "BucketOwnerEnforced"))))));

    [Fact]
    public void MapKeys_AreEscaped() => Assert.Equal(
        """{"tags":{"Name":"a","camelCase":"${aws_vpc.net.id}","x$${y}":"%%{z}"}}""",
        Translation.ResourceOf(Graphs.Resource(
            "aws:ec2/vpc:Vpc",
            "net",
            ("tags", Graphs.Map(("Name", "a"), ("camelCase", "${aws:ec2/vpc:Vpc::net.id}"), ("x${y}", "%{z}"))))));

    // Objects that are attributes, not blocks, must be complete.
    [Fact]
    public void ObjectAttributes_AreComplete() => Assert.Equal(
        """
        {"ingress":[{"cidr_blocks":["10.0.0.0/8"],"description":null,"from_port":80,"ipv6_cidr_blocks":null,
        "prefix_list_ids":null,"protocol":"tcp","security_groups":null,"self":null,"to_port":80}],"name":"x"}
        """.ReplaceLineEndings(""),
        Translation.ResourceOf(Graphs.Resource(
            "aws:ec2/securityGroup:SecurityGroup",
            "group",
            ("name", "x"),
            ("ingress", Graphs.List(Graphs.Map(
                ("cidrBlocks", Graphs.List("10.0.0.0/8")), ("fromPort", 80), ("protocol", "tcp"), ("toPort", 80)))))));

    [Fact]
    public void Null_IsOmittedAndEmptyListsAreKept() => Assert.Equal(
        """{"name":"x","security_groups":[],"subnet_mapping":[]}""",
        Translation.ResourceOf(Graphs.Resource(
            "aws:lb/loadBalancer:LoadBalancer",
            "lb",
            ("name", "x"),
            ("idleTimeout", PropertyValue.Null.Value),
            ("securityGroups", Graphs.List()),
            ("subnetMappings", Graphs.List()))));

    [Fact]
    public void UnknownInputs_AreListed()
    {
        var group = Graphs.Resource(
            "aws:cloudwatch/logGroup:LogGroup", "log", ("name", "x"), ("region", "eu-west-1"), ("deletionProtectionEnabled", true));
        var listener = Graphs.Resource(
            "aws:lb/listener:Listener",
            "http",
            ("defaultActions", Graphs.List(Graphs.Map(("type", "forward")), Graphs.Map(("jwtValidation", Graphs.Map(("issuer", "x")))))));

        var program = Translation.Of(Graphs.Of(group, listener));

        Assert.Equal(
            [
                new UnknownInput(group.Key, "deletionProtectionEnabled"),
                new UnknownInput(group.Key, "region"),
                new UnknownInput(listener.Key, "defaultActions[1].jwtValidation"),
            ],
            program.UnknownInputs.ToArray());
        Assert.Equal("""{"name":"x"}""", program.Text("resource", "aws_cloudwatch_log_group", "log"));
    }

    [Fact]
    public void UntranslatableValues_AreAllReported()
    {
        var group = Graphs.Resource(
            TargetGroup,
            "shop",
            ("healthCheck", "often"),
            ("name", Graphs.List("a")),
            ("vpcId", PropertyValue.Unknown.Value),
            ("tags", "none"));

        var exception = Assert.Throws<TranslationException>(() => Translation.Of(Graphs.Of(group)));

        Assert.Equal(
            [
                "aws:lb/targetGroup:TargetGroup::shop: healthCheck: the provider expects an object",
                "aws:lb/targetGroup:TargetGroup::shop: name: the provider expects a simple value",
                "aws:lb/targetGroup:TargetGroup::shop: tags: the provider expects an object",
                "aws:lb/targetGroup:TargetGroup::shop: vpcId: the value is only known after deployment",
            ],
            exception.Problems);
    }

    [Fact]
    public void UnmappedTypes_AreAllReported()
    {
        var graph = Graphs.Of(Graphs.Resource("aws:foo/bar:Bar", "a"), Graphs.Resource("pulumi:providers:aws", "b")) with
        {
            Lookups = [new ProviderLookup(new ResourceKey("aws:foo/getBar:getBar", "c"), PropertyValue.Map.Empty)],
        };

        var exception = Assert.Throws<TranslationException>(() => Translation.Of(graph));

        Assert.Equal(
            """
            aws:foo/bar:Bar::a: the sandbox has no Terraform type for aws:foo/bar:Bar
            pulumi:providers:aws::b: the sandbox has no Terraform type for pulumi:providers:aws
            aws:foo/getBar:getBar::c: the sandbox has no Terraform type for aws:foo/getBar:getBar
            """,
            exception.Message.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void TypesMissingInTheProvider_AreReported()
    {
        var schema = AwsSchema.Version5 with { Resources = AwsSchema.Version5.Resources.Remove("aws_vpc") };

        var exception = Assert.Throws<TranslationException>(() => TerraformTranslator.Translate(
            Graphs.Of(Graphs.Resource("aws:ec2/vpc:Vpc", "net")), schema, new TerraformTarget("eu-west-1")));

        Assert.Equal("aws:ec2/vpc:Vpc::net: this version of the AWS provider has no aws_vpc", exception.Message);
    }
}
