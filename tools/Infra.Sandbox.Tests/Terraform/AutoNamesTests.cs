using Infra.Sandbox.Terraform;
using Infra.Sandbox.Tests.Terraform.Support;

namespace Infra.Sandbox.Tests.Terraform;

public sealed class AutoNamesTests
{
    [Theory]
    [InlineData("aws_security_group", "shop-lb", "name_prefix", "shop-lb-")]
    [InlineData("aws_iam_role", "Shop.Task", "name_prefix", "shop-task-")]
    [InlineData("aws_s3_bucket", "shop-results", "bucket_prefix", "shop-results-")]
    [InlineData("aws_db_instance", "shop-database", "identifier_prefix", "shop-database-")]
    [InlineData("aws_rds_cluster_instance", "shop-database", "identifier_prefix", "shop-database-")]
    [InlineData("aws_iam_role", "a-name-so-long-that-nothing-could-be-added", "name_prefix", "a-name-so-long-that-nothing-could-be-")]
    [InlineData("aws_lb", "shop-lb", "name_prefix", "shop-l")] // 32 characters in all
    [InlineData("aws_lb_target_group", "shop", "name_prefix", "shop")]
    [InlineData("aws_kms_alias", "shop", "name_prefix", "alias/shop-")]
    public void Unnamed_WithPrefixSupport_GetsAPrefix(string type, string logicalName, string attribute, string value)
    {
        var (addition, isGenerated) = AutoNames.For(type, AwsSchema.Resource(type), [], logicalName);

        Assert.Equal(new(attribute, value), addition);
        Assert.True(isGenerated);
    }

    [Theory]
    [InlineData("aws_cognito_user_pool", "name")]
    [InlineData("aws_ecs_service", "name")]
    [InlineData("aws_lambda_function", "function_name")]
    [InlineData("aws_cloudwatch_metric_alarm", "alarm_name")]
    public void Unnamed_WithRequiredName_GetsItsLogicalName(string type, string attribute)
    {
        var (addition, isGenerated) = AutoNames.For(type, AwsSchema.Resource(type), [], "shop");

        Assert.Equal(new(attribute, "shop"), addition);
        Assert.False(isGenerated);
    }

    [Theory]
    [InlineData("aws_security_group", "name", false)]
    [InlineData("aws_security_group", "name_prefix", true)]
    [InlineData("aws_s3_bucket", "bucket", false)]
    [InlineData("aws_db_parameter_group", "name", false)]
    [InlineData("aws_s3_bucket_policy", "bucket", false)] // its bucket attribute is a reference
    [InlineData("aws_route", "route_table_id", false)]
    [InlineData("aws_acm_certificate", "domain_name", true)] // known by its ARN
    [InlineData("aws_default_security_group", "vpc_id", false)] // whose name is AWS's
    public void Named_IsUnchanged(string type, string given, bool isGenerated) =>
        Assert.Equal((null, isGenerated), AutoNames.For(type, AwsSchema.Resource(type), [given], "shop"));
}
