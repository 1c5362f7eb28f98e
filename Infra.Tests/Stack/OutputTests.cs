using System.Collections.Immutable;
using System.Reflection;

namespace Infra.Tests.Stack;

/// <summary>What an operator or a pipeline reads from a stack.</summary>
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

    [Fact]
    public void Outputs_OfTheProgram_AreTheseAndNoOthers() => Assert.Equal(
        ["addressCommands", "bucketNames", "clusterName", "databaseEndpoint", "databaseSecretArn", "databaseTunnelCommand", "execCommand", "logGroupName",
         "queueUrls", "repositoryUrls", "runCommands", "secretArns", "serviceName", "serviceNames", "taskDefinitionArn", "tcpHost", "url"],
        typeof(InfraStack).GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Select(property => property.GetCustomAttribute<Pulumi.OutputAttribute>()!.Name)
            .Order(StringComparer.Ordinal));

    // Without a network load balancer there is no tcpHost.
    [Fact]
    public async Task Outputs_OfAStackWithoutTcpPorts_AreAllButTheTcpHost() => Assert.Equal(
        ["addressCommands", "bucketNames", "clusterName", "databaseEndpoint", "databaseSecretArn", "databaseTunnelCommand", "execCommand", "logGroupName",
         "queueUrls", "repositoryUrls", "runCommands", "secretArns", "serviceName", "serviceNames", "taskDefinitionArn", "url"],
        (await KnownStacks.Run("storage")).OutputNames.Order(StringComparer.Ordinal));
}
