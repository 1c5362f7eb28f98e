using System.Collections.Immutable;
using System.Reflection;
using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>The outputs that operators and pipelines read.</summary>
public class OutputTests
{
    [Theory]
    [InlineData("minimal", "url", "http://hello-lb.elb.amazonaws.com")]
    [InlineData("minimal", "databaseEndpoint", null)]
    [InlineData("minimal", "execCommand", null)]
    [InlineData("web", "url", "https://shop.example.com")]
    [InlineData("storage", "clusterName", "shop-storage")]
    [InlineData("storage", "serviceName", "shop")]
    [InlineData("storage", "taskDefinitionArn", "arn:TaskDefinition:shop-task")]
    [InlineData("storage", "logGroupName", "/ecs/shop-storage")]
    [InlineData("storage", "databaseEndpoint", "shop-database.rds.amazonaws.com:5432")]
    [InlineData("daterodemo", "serviceName", null)]
    [InlineData("daterodemo", "taskDefinitionArn", null)]
    [InlineData("daterodemo", "logGroupName", null)]
    [InlineData("daterodemo", "execCommand", null)]
    [InlineData("daterodemo", "url", null)]
    [InlineData("datero", "url", "https://datero-datero.example.com")]
    [InlineData("dev", "url", "https://dekart-dev.example.com")]
    [InlineData("prod", "url", "https://dekart.example.com")]
    [InlineData("prod", "execCommand", null)]
    public async Task Output_OfAStack_IsWhatItsNameSays(string stack, string output, string? expected) =>
        Assert.Equal(expected, await (await KnownStacks.Run(stack)).Output(output));

    [Fact]
    public async Task ExecCommand_WhereExecIsOn_NamesClusterAndService()
    {
        var command = Assert.IsType<string>(await (await KnownStacks.Run("storage")).Output("execCommand"));

        Assert.StartsWith(
            "aws ecs execute-command --region eu-central-1 --cluster shop-storage --container shop ", command, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("minimal", "")]
    [InlineData("storage", "results=shop-buckets-results-bucket uploads=shop-buckets-uploads-bucket")]
    public async Task BucketNames_OfAStack_AreRealNamesByConfiguredOnes(string stack, string expected)
    {
        var names = Assert.IsType<ImmutableDictionary<string, object>>(await (await KnownStacks.Run(stack)).Output("bucketNames"));

        Assert.Equal(expected, string.Join(' ', names.Select(name => $"{name.Key}={name.Value}").Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("shellCommands", "service=aws ecs execute-command --region eu-central-1 --cluster shop-dev --container shop --interactive --command /bin/sh "
        + "--task $(aws ecs list-tasks --region eu-central-1 --cluster shop-dev --service-name shop --query 'taskArns[0]' --output text)")]
    [InlineData("logCommands", "jobs.report=aws logs tail /ecs/shop-dev/job-report --region eu-central-1 --follow",
        "service=aws logs tail /ecs/shop-dev --region eu-central-1 --follow", "services.admin=aws logs tail /ecs/shop-dev/service-admin --region eu-central-1 --follow")]
    [InlineData("redeployCommands",
        "service=aws ecs update-service --region eu-central-1 --cluster shop-dev --service shop --force-new-deployment --query 'service.deployments[0].id' --output text",
        "services.admin=aws ecs update-service --region eu-central-1 --cluster shop-dev --service shop-admin --force-new-deployment --query 'service.deployments[0].id' --output text")]
    [InlineData("securityGroupIds", "job-report=SecurityGroup:shop-security-job-report", "load-balancer=SecurityGroup:shop-security-load-balancer",
        "service-admin=SecurityGroup:shop-security-service-admin", "service=SecurityGroup:shop-security-service")]
    public async Task Commands_AreForEveryServiceAndJob_ByKey(string output, params string[] expected)
    {
        var run = await StackRun.Of(TestConfigs.With(
            ("service", """{"exec":true}"""), ("services", """{"admin":{"image":"admin:1"}}"""), ("jobs", """{"report":{}}""")));

        var commands = Assert.IsType<ImmutableDictionary<string, object>>(await run.Output(output));

        Assert.Equal(expected, commands.Select(command => $"{command.Key}={command.Value}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("publicSubnetIds", "public-1", "public-2")]
    [InlineData("privateSubnetIds", "private-1", "private-2")]
    [InlineData("isolatedSubnetIds", "isolated-1", "isolated-2")]
    public async Task Subnets_AreForOtherStacks(string output, params string[] expected)
    {
        var run = await StackRun.Of(TestConfigs.Minimal);

        Assert.Equal(expected, Assert.IsType<ImmutableArray<object>>(await run.Output(output)).Cast<string>());
        Assert.Equal("shop-network-vpc-id", await run.Output("vpcId"));
    }

    [Fact]
    public void Outputs_OfTheProgram_AreTheseAndNoOthers() => Assert.Equal(
        ["addressCommands", "bucketNames", "clusterName", "databaseEndpoint", "databaseSecretArn", "databaseTunnelCommand", "execCommand", "expected",
         "isolatedSubnetIds", "logCommands", "logGroupName", "privateSubnetIds", "publicSubnetIds", "queueUrls", "redeployCommands", "repositoryUrls",
         "runCommands", "secretArns", "securityGroupIds", "serviceName", "serviceNames", "shellCommands", "taskDefinitionArn", "tcpHost", "url", "vpcId"],
        typeof(InfraStack).GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Select(property => property.GetCustomAttribute<Pulumi.OutputAttribute>()!.Name)
            .Order(StringComparer.Ordinal));

    // Without a network load balancer there is no tcpHost.
    [Fact]
    public async Task Outputs_OfAStackWithoutTcpPorts_AreAllButTheTcpHost() => Assert.Equal(
        ["addressCommands", "bucketNames", "clusterName", "databaseEndpoint", "databaseSecretArn", "databaseTunnelCommand", "execCommand", "expected",
         "isolatedSubnetIds", "logCommands", "logGroupName", "privateSubnetIds", "publicSubnetIds", "queueUrls", "redeployCommands", "repositoryUrls",
         "runCommands", "secretArns", "securityGroupIds", "serviceName", "serviceNames", "shellCommands", "taskDefinitionArn", "url", "vpcId"],
        (await KnownStacks.Run("storage")).OutputNames.Order(StringComparer.Ordinal));
}
