using Infra.Networking;
using Infra.Tests.Support;

namespace Infra.Tests.Networking;

public class FlowLogsTests
{
    [Fact]
    public async Task FlowLogs_RecordAllTrafficOfTheVpc()
    {
        var run = await Run();

        ResourceAssert.Kinds(run, "FlowLog", "LogGroup", "Role", "RolePolicy");
        ResourceAssert.Inputs(
            """
            {
              "vpcId": "vpc-0a000000",
              "trafficType": "ALL",
              "logDestinationType": "cloud-watch-logs",
              "logDestination": "arn:LogGroup:shop-network-flow-logs",
              "iamRoleArn": "arn:Role:shop-network-flow-logs",
              "maxAggregationInterval": 600
            }
            """,
            run.Single<Ec2.FlowLog>());
    }

    [Fact]
    public async Task LogGroup_HasTheNameOfTheDeploymentAndRetention() =>
        ResourceAssert.Inputs("""{"name":"/vpc/shop-dev","retentionInDays":14}""", (await Run()).Single<CloudWatch.LogGroup>());

    [Fact]
    public async Task Role_AllowsWritingThisLogGroupOnly()
    {
        var run = await Run();

        var trust = run.Single<AwsIam.Role>().Json("assumeRolePolicy")["Statement"]![0]!;
        Assert.Equal("vpc-flow-logs.amazonaws.com", (string?)trust["Principal"]!["Service"]);
        ResourceAssert.Json(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Allow",
                  "Action": ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
                  "Resource": ["arn:LogGroup:shop-network-flow-logs:*"]
                },
                {"Effect": "Allow", "Action": ["logs:DescribeLogGroups"], "Resource": ["*"]}
              ]
            }
            """,
            run.Single<AwsIam.RolePolicy>().Json("policy"));
    }

    private static Task<StackRun> Run() => TestParts.Run(TestConfigs.Minimal, parts => _ = new FlowLogs(
        "shop-network-flow-logs",
        new FlowLogsArgs { Context = parts.Context, VpcId = parts.Network.VpcId, RetentionDays = 14 },
        parts.Network.ChildComponent()));
}
