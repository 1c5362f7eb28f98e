using System.Text.Json.Nodes;
using Infra.Sandbox.Tests.Verification.Support;
using Infra.Sandbox.Verification.Outputs;

namespace Infra.Sandbox.Tests.Verification;

public sealed class VerifyReportTests
{
    private const string TargetGroup = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop-0a1b2c3/73e2d6bc24d8a067";

    [Fact]
    public async Task ServingStack_IsReported()
    {
        var run = await VerifyRun.Of(new RecordedAws("common", "serving"));

        Assert.Equal((0, "00:00 app:service: 2 of 2 tasks running, healthy in the load balancer\n"), (run.ExitCode, run.Error));
        Assert.Equal(
            """
            prod: cluster shop-prod in eu-central-1
              ✓ app:service      shop-prod:41: 2 of 2 tasks running, healthy in the load balancer
              ✓ app:jobs.report  shop-prod_job-report:7, schedule shop-job-report-schedule

            prod is running as deployed.

            """,
            run.Out);
    }

    [Fact]
    public async Task RolledBackService_HasCauseKeyAndSource() => Assert.Equal(
        """
        prod: cluster shop-prod in eu-central-1
          ✗ app:service      expected shop-prod:41, running shop-prod:40: ROLLED BACK by the circuit breaker
              cause    The secret does not have this key.
              AWS      3 tasks: ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): retrieved secret from Secrets Manager did not contain json key url
              change   app:service.secrets.DATABASE_URL.jsonKey: add the key to the JSON of the secret, or name one that it has
              see      https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
          ✓ app:jobs.report  shop-prod_job-report:7, schedule shop-job-report-schedule

        prod is not running as deployed: 1 of 2 failed.

        """,
        (await VerifyRun.Of(new RecordedAws("common", "rolled-back", "secret-json-key"))).Out);

    [Fact]
    public async Task FailedContainer_HasTheCommandForItsLog() => Assert.Contains(
        "\n      log      aws logs tail /ecs/shop-prod --region eu-central-1 --log-stream-names shop-migration/shop-migration/00000000000000000000000000000066 --since 3h\n",
        (await VerifyRun.Of(new RecordedAws("common", "rolled-back", "migration-failed"))).Out);

    [Theory]
    [InlineData("ecs describe-task-definition", """{"error":"ClientException","message":"Unable to describe task definition."}""", "app:service: revision shop-prod:41 does not exist; run pulumi up --refresh")]
    [InlineData("elbv2 describe-rules", """{"error":"RuleNotFound","message":"One or more rules not found"}""",
        "app:service.routing: listener rule arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener-rule/app/shop-lb-1/50dc6c495c0c9188/f2f7dc8efc522ab2/9683b2d02a6cabee does not exist; run pulumi up --refresh")]
    [InlineData("elbv2 describe-rules", """{"Rules":[{"Actions":[{"Type":"forward","TargetGroupArn":"arn:other"}]}]}""", "app:service.routing: its listener rule forwards to arn:other; run pulumi up --refresh")]
    [InlineData("elbv2 describe-rules", """{"Rules":[{"Actions":[{"Type":"fixed-response"}]}]}""", "app:service.routing: its listener rule forwards to no target group; run pulumi up --refresh")]
    [InlineData("elbv2 describe-listeners", """{"Listeners":[{"Certificates":[{"CertificateArn":"arn:other"}]}]}""",
        "app:domain: the HTTPS listener does not present certificate arn:aws:acm:eu-central-1:123456789012:certificate/12345678-1234-1234-1234-123456789012; run pulumi up --refresh")]
    [InlineData("acm describe-certificate", """{"Certificate":{"Status":"EXPIRED"}}""",
        "app:domain: certificate arn:aws:acm:eu-central-1:123456789012:certificate/12345678-1234-1234-1234-123456789012 is EXPIRED, not ISSUED; run pulumi up --refresh")]
    [InlineData("secretsmanager describe-secret", """{"VersionIdsToStages":{"another":["AWSCURRENT"]}}""",
        "app:service.secrets.DATABASE_URL: secret shop-database-AbCdEf has no version EXAMPLE1-90ab-cdef-fedc-ba987EXAMPLE; restore it, or correct the reference, and run pulumi up --refresh")]
    [InlineData("secretsmanager describe-secret", """{"DeletedDate":1795701600.0}""",
        "app:service.secrets.DATABASE_URL: secret shop-database-AbCdEf is deleted; restore it, or correct the reference, and run pulumi up --refresh")]
    [InlineData("secretsmanager describe-secret", """{"error":"ResourceNotFoundException","message":"Secrets Manager can't find the specified secret."}""",
        "app:service.secrets.DATABASE_URL: secret shop-database-AbCdEf does not exist; restore it, or correct the reference, and run pulumi up --refresh")]
    [InlineData("secretsmanager describe-secret", """{"error":"AccessDeniedException","message":"not authorized"}""",
        "app:service.secrets: not checked: aws secretsmanager describe-secret: not authorized; allow the call; docs/verify.md lists them all")]
    [InlineData("ssm describe-parameters", """{"Parameters":[]}""",
        "app:service.secrets.LICENSE_KEY: parameter /shop/prod/license-key does not exist; restore it, or correct the reference, and run pulumi up --refresh")]
    [InlineData("scheduler get-schedule", """{"State":"DISABLED"}""", "app:jobs.report.schedule: schedule shop-job-report-schedule is DISABLED; run pulumi up --refresh")]
    [InlineData("scheduler get-schedule", """{"State":"ENABLED","Target":{"EcsParameters":{"TaskDefinitionArn":"arn:aws:ecs:eu-central-1:123456789012:task-definition/shop-prod_job-report:6"}}}""",
        "app:jobs.report.schedule: schedule shop-job-report-schedule runs shop-prod_job-report:6; run pulumi up --refresh")]
    [InlineData("scheduler get-schedule", """{"error":"ResourceNotFoundException","message":"Schedule does not exist."}""",
        "app:jobs.report.schedule: schedule shop-job-report-schedule does not exist; run pulumi up --refresh")]
    public async Task OtherDifference_FailsWithItsKey(string call, string answer, string finding)
    {
        var run = await VerifyRun.Of(new RecordedAws("common", "serving").With(call, answer));

        Assert.Equal(8, run.ExitCode);
        Assert.Contains($"\n    ! {finding}\n", run.Out);
    }

    [Fact]
    public async Task InactiveRevision_IsADifference()
    {
        var run = await VerifyRun.Of(new RecordedAws("common", "serving").Replace("\"revision\":41,\"status\":\"ACTIVE\"", "\"revision\":41,\"status\":\"INACTIVE\""));

        Assert.Contains("\n    ! app:service: revision shop-prod:41 is INACTIVE, so ECS cannot start tasks of it; run pulumi up --refresh\n", run.Out);
        Assert.Contains("  ✗ app:service  ", run.Out);
    }

    [Fact]
    public async Task Timeout_SaysWhatIsMissing()
    {
        var clock = new FakeClock();
        var run = await VerifyRun.Of(
            new RecordedAws("common", "serving", "health-connection").Replace("\"taskDefinition\":\"arn:aws:ecs:eu-central-1:123456789012:task-definition/shop-prod:40\"", "\"taskDefinition\":\"arn:aws:ecs:eu-central-1:123456789012:task-definition/shop-prod:41\"")
                .Replace("rolling back to deployment ecs-svc/40", "has started 2 tasks")
                .With("elbv2 describe-target-health", """{"TargetHealthDescriptions":[{"Target":{"Id":"10.0.1.11","Port":8080},"TargetHealth":{"State":"unhealthy","Reason":"Target.FailedHealthChecks","Description":"Health checks failed"}}]}"""),
            clock: clock);

        Assert.Equal((8, TimeSpan.FromMinutes(35)), (run.ExitCode, TimeSpan.FromMinutes(Math.Floor(clock.Elapsed.TotalMinutes))));
        Assert.Contains("  ✗ app:service      shop-prod:41: TIMED OUT: 2 of 2 tasks running, 0 healthy in the load balancer\n", run.Out);
        Assert.Contains("\n      AWS      Target.FailedHealthChecks: Health checks failed\n      change   app:service.containerPort: ", run.Out);
    }

    [Fact]
    public async Task Polling_BacksOff()
    {
        var clock = new FakeClock();
        await VerifyRun.Of(new RecordedAws("common", "serving").With("elbv2 describe-target-health", """{"TargetHealthDescriptions":[]}"""), clock: clock);

        Assert.Equal([5, 10, 20, 30, 30], clock.Delays.Take(5).Select(delay => (int)delay.TotalSeconds));
    }

    [Fact]
    public async Task StaleAnswer_IsReadAgain()
    {
        var clock = new FakeClock();
        var run = await VerifyRun.Of(
            new RecordedAws("common", "rolled-back").With("ecs list-service-deployments", """{"serviceDeployments":[]}""").Replace("rolling back to deployment ecs-svc/40", "has started 2 tasks")
                .Replace("deployment failed: tasks failed to start", "deployment completed"),
            clock: clock);

        Assert.Equal([5], clock.Delays.Select(delay => (int)delay.TotalSeconds));
        Assert.Contains("expected shop-prod:41, running shop-prod:40: another revision was deployed\n      cause    AWS reports no known cause\n"
                + "      events   aws ecs describe-services --region eu-central-1 --cluster shop-prod --services shop --query 'services[0].events[:10].message'\n",
            run.Out);
    }

    [Fact]
    public async Task Rollback_IsRecognizedWithoutServiceDeployments()
    {
        var aws = new RecordedAws("common", "rolled-back").With("ecs list-service-deployments", """{"error":"AccessDeniedException","message":"not authorized"}""");

        Assert.Contains("running shop-prod:40: ROLLED BACK by the circuit breaker\n", (await VerifyRun.Of(aws)).Out);
    }

    [Theory]
    [InlineData("INACTIVE", "the service is INACTIVE")]
    [InlineData("DRAINING", "the service is DRAINING")]
    public async Task InactiveService_HasFailed(string status, string text) => Assert.Contains(
        $"shop-prod:41: {text}\n",
        (await VerifyRun.Of(new RecordedAws("common", "serving").Replace("\"status\":\"ACTIVE\",\"desiredCount\"", $"\"status\":\"{status}\",\"desiredCount\""))).Out);

    [Fact]
    public async Task MissingService_HasFailed() => Assert.Contains(
        "  ✗ app:service      expected shop-prod:41, running none: the cluster has no service shop\n",
        (await VerifyRun.Of(new RecordedAws("common", "serving").With("ecs describe-services", """{"services":[],"failures":[{"arn":"shop","reason":"MISSING"}]}"""))).Out);

    [Fact]
    public async Task OtherCount_HasFailed() => Assert.Contains(
        "  ✗ app:service      shop-prod:41: the desired count is 1, not 2\n",
        (await VerifyRun.Of(new RecordedAws("common", "serving").Replace("\"desiredCount\":2,\"runningCount\":2,\"pendingCount\":0,\"taskDefinition\"", "\"desiredCount\":1,\"runningCount\":1,\"pendingCount\":0,\"taskDefinition\""))).Out);

    [Fact]
    public async Task PipelineOwnedRevision_IsWhateverRuns()
    {
        var expected = RecordedAws.Outputs;
        expected = expected with { Services = [expected.Services[0] with { IsPipelineOwned = true, TaskDefinition = "arn:aws:ecs:eu-central-1:123456789012:task-definition/shop-prod:2" }] };

        Assert.Contains("  ✓ app:service      shop-prod:41: 2 of 2 tasks running", (await VerifyRun.Of(new RecordedAws("common", "serving"), expected)).Out);
    }

    // The old tasks are healthy in the same target group while they drain.
    [Fact]
    public async Task HealthyTargets_OfOtherTasks_DoNotCount() => Assert.Contains(
        "TIMED OUT: 2 of 2 tasks running, 1 healthy in the load balancer\n",
        (await VerifyRun.Of(new RecordedAws("common", "serving").With(
            "elbv2 describe-target-health",
            """{"TargetHealthDescriptions":[{"Target":{"Id":"10.0.1.11"},"TargetHealth":{"State":"healthy"}},{"Target":{"Id":"10.0.9.99"},"TargetHealth":{"State":"healthy"}}]}"""))).Out);

    [Fact]
    public async Task Shift_UsesEitherTargetGroup()
    {
        var expected = RecordedAws.Outputs;
        expected = expected with { Services = [expected.Services[0] with { TargetGroups = [[TargetGroup, "arn:alternate"]] }] };
        var aws = new RecordedAws("common", "serving").With(
            "elbv2 describe-rules",
            $$$"""{"Rules":[{"Actions":[{"Type":"forward","ForwardConfig":{"TargetGroups":[{"TargetGroupArn":"{{{TargetGroup}}}","Weight":0},{"TargetGroupArn":"arn:alternate","Weight":1}]}}]}]}""");

        Assert.Equal(0, (await VerifyRun.Of(aws, expected)).ExitCode);
    }

    [Fact]
    public async Task Throttling_IsTriedAgain_AndOtherErrorsAreNot()
    {
        var denied = new RecordedAws("common", "serving").With("ecs describe-services", """{"error":"AccessDeniedException","message":"not authorized"}""");
        var throttled = new RecordedAws("common", "serving").With("ecs describe-services", """{"error":"ThrottlingException","message":"Rate exceeded"}""");

        Assert.Equal("aws ecs describe-services: not authorized", (await Assert.ThrowsAsync<Sandbox.Verification.Aws.AwsCallException>(() => VerifyRun.Of(denied))).Message);
        await Assert.ThrowsAsync<Sandbox.Verification.Aws.AwsCallException>(() => VerifyRun.Of(throttled));
        Assert.Equal((1, 5), (denied.Calls.Count, throttled.Calls.Count));
    }

    // The values of secrets and parameters are never read.
    [Fact]
    public async Task Calls_OnlyDescribe()
    {
        var aws = new RecordedAws("common", "rolled-back", "image-platform-in-log");
        await VerifyRun.Of(aws);

        Assert.Equal(
            [
                "acm describe-certificate", "ecs describe-service-deployments", "ecs describe-services", "ecs describe-task-definition", "ecs describe-tasks",
                "ecs list-service-deployments", "ecs list-tasks", "elbv2 describe-listeners", "elbv2 describe-rules", "elbv2 describe-target-health",
                "logs get-log-events", "scheduler get-schedule", "secretsmanager describe-secret", "ssm describe-parameters",
            ],
            aws.Calls.Select(call => string.Join(' ', call.Split(' ').Take(2))).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Json_HasEveryFieldOfTheText()
    {
        var json = JsonNode.Parse((await VerifyRun.Of(new RecordedAws("common", "rolled-back", "out-of-memory"), json: true)).Out)!;

        Assert.Equal(
            ["cluster", "findings", "isGood", "jobs", "region", "seconds", "services", "stack"], json.AsObject().Select(entry => entry.Key).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["cause", "eventsCommand", "expected", "findings", "key", "logCommand", "outcome", "running", "service", "text"],
            json["services"]![0]!.AsObject().Select(entry => entry.Key).Order(StringComparer.Ordinal));
        Assert.Equal(["fix", "id", "key", "message", "source", "tasks", "text"], json["services"]![0]!["cause"]!.AsObject().Select(entry => entry.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("{}", "outputs.json has no output \"expected\"; run pulumi up with this version of the program first")]
    [InlineData("""{"expected":{}}""", "outputs.json has no output \"expected\"; run pulumi up with this version of the program first")]
    public void Outputs_OfAnOlderProgram_AreRefused(string json, string message) => Assert.Equal(
        message,
        Assert.Throws<Pulumi.RunException>(() => ExpectedState.Read(System.Text.Json.JsonDocument.Parse(json).RootElement, "outputs.json")).Message);
}
