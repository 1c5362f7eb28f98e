using Infra.Sandbox.Terraform;
using Infra.Sandbox.Tests.Terraform.Support;

namespace Infra.Sandbox.Tests.Terraform;

public sealed class AttributeNamesTests
{
    [Theory]
    [InlineData("aws_lb", "internal", "internal")]
    [InlineData("aws_lb", "loadBalancerType", "load_balancer_type")]
    [InlineData("aws_lb", "enableHttp2", "enable_http2")] // a digit begins no word
    [InlineData("aws_lb", "enableXffClientPort", "enable_xff_client_port")]
    [InlineData("aws_subnet", "ipv6CidrBlock", "ipv6_cidr_block")]
    [InlineData("aws_vpc_security_group_ingress_rule", "cidrIpv4", "cidr_ipv4")]
    [InlineData("aws_lb", "subnets", "subnets")] // a plural that is one
    [InlineData("aws_lb_listener", "defaultActions", "default_action")]
    [InlineData("aws_ecs_service", "capacityProviderStrategies", "capacity_provider_strategy")]
    [InlineData("aws_route53_record", "aliases", "alias")]
    [InlineData("aws_route53_record", "geolocationRoutingPolicies", "geolocation_routing_policy")]
    [InlineData("aws_s3_bucket_lifecycle_configuration", "rules", "rule")]
    [InlineData("aws_s3_bucket_policy", "bucket", "bucket")]
    [InlineData("aws_cloudwatch_metric_alarm", "name", "alarm_name")] // Pulumi's own names
    [InlineData("aws_sns_topic_subscription", "topic", "topic_arn")]
    [InlineData("aws_lambda_permission", "function", "function_name")]
    public void Input_MapsToAnAttributeOrBlock(string type, string property, string attribute) =>
        Assert.Equal(attribute, AttributeNames.OfInput(type, AwsSchema.Resource(type), property));

    [Theory]
    [InlineData("aws_lb_listener", "routingHttpFoo")] // nothing like it
    [InlineData("aws_cloudwatch_log_group", "deletionProtectionEnabled")] // of a later version
    [InlineData("aws_s3_bucket", "region")] // there, but only to be read
    [InlineData("aws_lb", "arn")]
    public void Input_UnknownToTheProvider_HasNoName(string type, string property) =>
        Assert.Null(AttributeNames.OfInput(type, AwsSchema.Resource(type), property));

    [Theory]
    [InlineData("aws_lb", "dnsName", "dns_name")]
    [InlineData("aws_lb", "arn", "arn")]
    [InlineData("aws_ecs_service", "arn", "id")] // which this version calls otherwise
    [InlineData("aws_s3_bucket", "bucketRegion", "region")]
    [InlineData("aws_secretsmanager_secret_version", "secretArn", "arn")]
    public void Output_MapsToAnyAttribute(string type, string property, string attribute) =>
        Assert.Equal(attribute, AttributeNames.OfOutput(type, AwsSchema.Resource(type).AsType(), property));
}
