using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform;
using Infra.Sandbox.Tests.Terraform.Support;

namespace Infra.Sandbox.Tests.Terraform;

public sealed class ReferenceTests
{
    private static readonly ResourceNode[] Resources =
    [
        Graphs.Resource("aws:ec2/vpc:Vpc", "net", ("cidrBlock", "10.0.0.0/16")),
        Graphs.Resource("aws:lb/loadBalancer:LoadBalancer", "shop.lb"),
        Graphs.Resource("aws:ecs/taskDefinition:TaskDefinition", "task"),
        Graphs.Resource("aws:rds/instance:Instance", "db"),
        Graphs.Resource("aws:ec2/securityGroup:SecurityGroup", "group"),
        Graphs.Resource("aws:cognito/userPoolClient:UserPoolClient", "client"),
        Graphs.Resource(
            "aws:acm/certificate:Certificate",
            "cert",
            ("domainName", "example.com"),
            ("subjectAlternativeNames", Graphs.List("*.example.com", "example.com", "${aws:lb/loadBalancer:LoadBalancer::shop.lb.dnsName}"))),
        Graphs.Resource("random:index/randomPassword:RandomPassword", "pw", ("length", 20)),
        Graphs.Resource("random:index/randomId:RandomId", "id", ("byteLength", 4)),
        Graphs.Resource("random:index/randomId:RandomId", "named-id", ("byteLength", 4), ("prefix", "a\"-")),
    ];

    [Theory]
    [InlineData("aws:ec2/vpc:Vpc::net.id", "aws_vpc.net.id")]
    [InlineData("aws:lb/loadBalancer:LoadBalancer::shop.lb.dnsName", "aws_lb.shop_lb.dns_name")] // a name with a dot
    [InlineData("aws:ec2/vpc:Vpc::net.ipv6CidrBlock#2", "cidrsubnet(aws_vpc.net.ipv6_cidr_block, 8, 2)")]
    [InlineData("aws:ecs/taskDefinition:TaskDefinition::task.volumes[1].name", "tolist(aws_ecs_task_definition.task.volume)[1].name")] // a set
    [InlineData("aws:rds/instance:Instance::db.masterUserSecrets[0].secretArn", "aws_db_instance.db.master_user_secret[0].secret_arn")]
    [InlineData("aws:ec2/securityGroup:SecurityGroup::group.arn", "aws_security_group.group.arn")]
    [InlineData("random:index/randomPassword:RandomPassword::pw.result", "var.pw_password")]
    [InlineData("random:index/randomId:RandomId::id.hex", "var.id_id")]
    [InlineData("random:index/randomId:RandomId::id.dec", "parseint(var.id_id, 16)")]
    [InlineData("random:index/randomId:RandomId::named-id.hex", "join(\"\", [\"a\\\"-\", var.named_id_id])")]
    [InlineData("pulumi:index:Config::app:token.value", "var.config_app_token")]
    public void Symbol_IsAReference(string symbol, string expression) =>
        Assert.Equal($"${{{expression}}}", Translation.TemplateOf($"${{{symbol}}}", Resources));

    [Theory]
    [InlineData("domainValidationOptions[0].resourceRecordName", "resource_record_name", "\"example.com\"")]
    [InlineData("domainValidationOptions[1].resourceRecordType", "resource_record_type", "\"*.example.com\"")]
    [InlineData("domainValidationOptions[2].resourceRecordValue", "resource_record_value", "\"${aws_lb.shop_lb.dns_name}\"")] // the third is no other
    public void ValidationRecord_IsSelectedByDomain(string path, string attribute, string domain) => Assert.Equal(
        $"${{one([for option in aws_acm_certificate.cert.domain_validation_options : option.{attribute} if option.domain_name == {domain}])}}",
        Translation.TemplateOf($"${{aws:acm/certificate:Certificate::cert.{path}}}", Resources));

    [Fact]
    public void Text_AroundReferences_IsKept() => Assert.Equal(
        "{\"a\":\"$${x}${aws_vpc.net.id}%%{y}${\"$\"}${aws_vpc.net.arn}$\"}",
        Translation.TemplateOf("{\"a\":\"${x}${aws:ec2/vpc:Vpc::net.id}%{y}$${aws:ec2/vpc:Vpc::net.arn}$\"}", Resources));

    [Fact]
    public void Lookup_IsADataSource()
    {
        var key = new ResourceKey("aws:route53/getZone:getZone", "example.com");
        var graph = Graphs.Of() with { Lookups = [new ProviderLookup(key, Graphs.Map(("name", "example.com"), ("privateZone", false)))] };

        var program = Translation.Of(graph.WithOutput("zone", new Symbol(key, "zoneId")));

        Assert.Equal("""{"name":"example.com","private_zone":false}""", program.Text("data", "aws_route53_zone", "example_com"));
        Assert.Equal("""{"value":"${data.aws_route53_zone.example_com.zone_id}"}""", program.Text("output", "zone"));
        Assert.Equal(key, program.Addresses["data.aws_route53_zone.example_com"]);
        Assert.Equal(["example.com"], program.HostedZones.ToArray());
    }

    [Fact]
    public void PrivateZones_AreNotAmongTheHostedZones()
    {
        var key = new ResourceKey("aws:route53/getZone:getZone", "internal");
        var graph = Graphs.Of() with { Lookups = [new ProviderLookup(key, Graphs.Map(("name", "internal"), ("privateZone", true)))] };

        Assert.Empty(Translation.Of(graph).HostedZones);
    }

    [Fact]
    public void OutputOfASensitiveValue_IsSensitive()
    {
        var graph = Graphs.Of(Resources)
            .WithOutput("password", new PropertyValue.Secret("${random:index/randomPassword:RandomPassword::pw.result}"))
            .WithOutput("unmarked", Graphs.List("a ${random:index/randomPassword:RandomPassword::pw.result}"))
            .WithOutput("ofTheProvider", "${aws:cognito/userPoolClient:UserPoolClient::client.clientSecret}")
            .WithOutput("none", PropertyValue.Null.Value)
            .WithOutput("plain", Graphs.Map(("a${", "b")));

        var program = Translation.Of(graph);

        Assert.Equal("""{"value":"${var.pw_password}","sensitive":true}""", program.Text("output", "password"));
        Assert.Equal("""{"value":["a ${var.pw_password}"],"sensitive":true}""", program.Text("output", "unmarked"));
        Assert.Equal(
            """{"value":"${aws_cognito_user_pool_client.client.client_secret}","sensitive":true}""",
            program.Text("output", "ofTheProvider"));
        Assert.Equal("""{"value":null}""", program.Text("output", "none"));
        Assert.Equal("""{"value":{"a$${":"b"}}""", program.Text("output", "plain"));
    }

    [Fact]
    public void UnreadableProperties_AreAllReported()
    {
        var graph = Graphs.Of(Resources)
            .WithOutput("a", "${aws:ec2/vpc:Vpc::net.nothing}")
            .WithOutput("b", "${aws:ec2/vpc:Vpc::elsewhere.id}")
            .WithOutput("c", "${random:index/randomId:RandomId::id.b64Url}");

        var exception = Assert.Throws<TranslationException>(() => Translation.Of(graph));

        Assert.Equal(
            [
                "aws:ec2/vpc:Vpc::net: nothing: Terraform cannot read this property",
                "aws:ec2/vpc:Vpc::elsewhere: id: Terraform cannot read this property",
                "random:index/randomId:RandomId::id: b64Url: Terraform cannot read this property",
            ],
            exception.Problems);
    }
}
