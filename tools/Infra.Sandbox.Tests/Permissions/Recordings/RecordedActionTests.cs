using Infra.Sandbox.Permissions.Recordings;

namespace Infra.Sandbox.Tests.Permissions.Recordings;

public sealed class RecordedActionTests
{
    [Fact]
    public void Resources_HaveTheApplicationAndGeneratedPartsReplaced() => Assert.Equal(
        """
        ecs:CreateService
         arn:aws:ecs:{region}:{account}:service/{application}-dev/{application}
        rds:CreateDBInstance tags
         arn:aws:rds:{region}:{account}:db:{application}-dev-#
        secretsmanager:GetSecretValue
         arn:aws:secretsmanager:{region}:{account}:secret:{application}-database-######
        """.ReplaceLineEndings("\n"),
        Text(
            Form("rds", "Action=CreateDBInstance&DBInstanceIdentifier=shop-dev-20261126230612&Tags.Tag.1.Key=Application&Tags.Tag.1.Value=shop"),
            Json("ecs", "X.CreateService", """{"cluster":"arn:aws:ecs:eu-central-1:123456789012:cluster/shop-dev","serviceName":"shop"}"""),
            Json("secretsmanager", "X.GetSecretValue", """{"SecretId":"arn:aws:secretsmanager:eu-central-1:123456789012:secret:shop-database-AbCdEf"}""")));

    [Fact]
    public void Tags_AreNotedOnlyIfEachCallHasThem() => Assert.Equal(
        "ec2:CreateVpc",
        Text(Form("ec2", "Action=CreateVpc&TagSpecification.1.Tag.1.Key=Application"), Form("ec2", "Action=CreateVpc")));

    [Fact]
    public void CallsOfTheEmulatorOnly_AreLeftOut() => Assert.Equal("", Text(Form("sts", "Action=GetCallerIdentity"), Form("iam", "Action=GetUser")));

    private static string Text(params RecordedRequest[] requests) =>
        string.Join('\n', RecordedAction.Of(requests, ["shop"]).SelectMany(action => action.Lines()));

    private static RecordedRequest Form(string service, string body) => new() { Method = "POST", Path = "/", Service = service, Body = body };

    private static RecordedRequest Json(string service, string target, string body) => Form(service, body) with { Target = target };
}
