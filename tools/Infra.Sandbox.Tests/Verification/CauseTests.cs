using System.Text.Json.Nodes;
using Infra.Sandbox.Tests.Verification.Support;
using Infra.Sandbox.Verification.Causes;
using Infra.Tests.Documentation;

namespace Infra.Sandbox.Tests.Verification;

/// <summary>The cause of a rollback is found in what AWS says, with the key to change.</summary>
public sealed class CauseTests
{
    [Theory]
    [InlineData("image-platform", "image-platform", "app:service.architecture", "The image has no variant for the CPU architecture of the tasks.", "push an image for that platform (docker buildx build --platform), or change the architecture")]
    [InlineData("image-platform-in-log", "image-platform", "app:service.architecture", "The image has no variant for the CPU architecture of the tasks.", "push an image for that platform (docker buildx build --platform), or change the architecture")]
    [InlineData("image-rate-limit", "image-rate-limit", "app:service.image", "The registry refuses anonymous pulls beyond its rate limit.", "copy the image to a repository of Amazon ECR, or use its copy in public.ecr.aws")]
    [InlineData("image-denied", "image-denied", "app:service.image", "The execution role may not pull the image, or the repository is private and takes no anonymous pulls.", "check the name of the repository; one of another account must allow this account in its policy, and private registries other than Amazon ECR are not supported")]
    [InlineData("image-no-route", "image-no-route", "app:service.subnets", "The tasks have no route to the registry of the image.", "use public subnets, or set app:network.natGateways to single or onePerZone; interface endpoints reach Amazon ECR only, and app:service.egressPorts needs 443")]
    [InlineData("disk-full", "disk-full", "app:service.ephemeralStorageGiB", "The image and the files of the containers need more than the ephemeral storage of the task.", "raise it")]
    [InlineData("image-not-found", "image-not-found", "app:service.image", "The image is not in its repository.", "push the image, or name a tag or digest that exists")]
    [InlineData("image-pull", "image-pull", "app:service.image", "The image cannot be pulled.", "pull it by hand with the same name, and compare the message")]
    [InlineData("secret-json-key", "secret-json-key", "app:service.secrets.DATABASE_URL.jsonKey", "The secret does not have this key.", "add the key to the JSON of the secret, or name one that it has")]
    [InlineData("secret-not-json", "secret-not-json", "app:service.secrets.jsonKey", "The secret is not a JSON object, so it has no keys.", "store a JSON object in the secret, or remove jsonKey")]
    [InlineData("secret-deleted", "secret-deleted", "app:service.secrets.DATABASE_URL", "The secret was deleted and is in its recovery window.", "restore it with aws secretsmanager restore-secret, then deploy again")]
    [InlineData("secret-no-route", "secret-no-route", "app:service.subnets", "The tasks have no route to Secrets Manager or Parameter Store.", "use public subnets, set app:network.natGateways, or add secretsmanager and ssm to app:network.interfaceEndpoints")]
    [InlineData("secret-denied", "secret-denied", "app:service.secrets.DATABASE_URL", "The execution role may not read the secret or use its key.", "name the secret with its full ARN, and its customer managed key with kmsKeyArn; app:permissionsBoundaryArn and policies of the secret can deny it too")]
    [InlineData("secret-missing", "secret-missing", "app:service.secrets.DATABASE_URL", "The secret or parameter does not exist in this Region, or not in this version.", "create it, or correct its name; run pulumi up --refresh if it belongs to the stack")]
    [InlineData("parameter-missing", "secret-missing", "app:service.secrets.LICENSE_KEY", "The secret or parameter does not exist in this Region, or not in this version.", "create it, or correct its name; run pulumi up --refresh if it belongs to the stack")]
    [InlineData("no-route-ecr", "no-route-ecr", "app:service.subnets", "The tasks have no route to Amazon ECR.", "use public subnets, set app:network.natGateways, or add ecr.api and ecr.dkr to app:network.interfaceEndpoints")]
    [InlineData("ecr-denied", "ecr-denied", "app:service.image", "The execution role may not pull from Amazon ECR.", "let the policy of the repository allow this account; app:permissionsBoundaryArn can deny it too")]
    [InlineData("registry-auth", "registry-auth", "app:service.secrets", "ECS cannot read the secrets or authenticate at the registry.", "check the secrets, the route to them, and the execution role")]
    [InlineData("log-group-missing", "log-group-missing", "app:service.logRetentionDays", "The log group of the task was deleted.", "run pulumi up --refresh, which creates it again")]
    [InlineData("log-denied", "log-denied", "app:permissionsBoundaryArn", "The execution role may not write to the log group.", "allow logs:CreateLogStream and logs:PutLogEvents; if the log group is encrypted, its key must allow CloudWatch Logs")]
    [InlineData("log-no-route", "log-no-route", "app:service.subnets", "The tasks have no route to CloudWatch Logs.", "use public subnets, set app:network.natGateways, or add logs to app:network.interfaceEndpoints")]
    [InlineData("volume-denied", "volume-denied", "app:service.volumes", "The file system refuses the task.", "check the policy of the file system, and uid, gid and path of the volume")]
    [InlineData("volume-directory", "volume-directory", "app:service.volumes", "The directory of the volume does not exist in the file system.", "correct path, or create the directory")]
    [InlineData("volume-mount", "volume-mount", "app:service.volumes", "The file system cannot be mounted.", "the file system needs a mount target in each zone of the tasks; run pulumi up --refresh to restore mount targets and security groups")]
    [InlineData("no-address", "no-address", "app:network.cidr", "No IP address is left in the subnet.", "stop tasks that are not needed; larger subnets need a new network, so plan app:network.cidr for twice the tasks of a deployment")]
    [InlineData("account-limit", "account-limit", "app:service.cpuUnits", "A quota of the account is used up.", "request a higher quota in Service Quotas (Fargate On-Demand or Spot vCPU resource count), or run fewer or smaller tasks")]
    [InlineData("spot-interrupted", "spot-interrupted", "app:service.capacityProviders", "AWS took Fargate Spot capacity back.", "add FARGATE with a base, for example FARGATE: { base: 1, weight: 0 }")]
    [InlineData("fargate-capacity", "fargate-capacity", "app:service.capacityProviders", "AWS has no Fargate capacity for these tasks in these zones now.", "wait, add FARGATE next to FARGATE_SPOT, or append a zone to app:network.zones")]
    [InlineData("zone-unsupported", "zone-unsupported", "app:network.zones", "A subnet of the tasks is in an Availability Zone without Fargate.", "choose zones that Fargate supports, in a new stack")]
    [InlineData("instances-none", "instances-none", "app:cluster.instances", "The cluster has no EC2 instance that could run the task.", "raise minimumInstances or maximumInstances, and look at the activity of the Auto Scaling group")]
    [InlineData("instances-agent", "instances-agent", "app:cluster.instances", "The ECS agent of the instance is disconnected.", "replace the instance; its subnet needs a route to ECS")]
    [InlineData("instances-room", "instances-room", "app:cluster.instances", "No EC2 instance has room for the task.", "raise maximumInstances or choose a larger instanceType, or lower app:service.cpuUnits and app:service.memoryMiB")]
    [InlineData("role-not-assumed", "role-not-assumed", "app:service", "ECS cannot assume the execution role or the task role.", "deploy again if the role is new, since IAM takes seconds to propagate it; otherwise run pulumi up --refresh to restore its trust policy")]
    [InlineData("role-denied", "role-denied", "app:service", "A role that ECS uses for the service lacks permissions.", "run pulumi up --refresh to restore its policy; app:permissionsBoundaryArn can deny it too")]
    [InlineData("cannot-place", "cannot-place", "app:service.maximumPercent", "The limits of the deployment allow ECS neither to start nor to stop a task.", "raise it, or lower app:service.minimumHealthyPercent")]
    [InlineData("migration-failed", "migration-failed", "app:service.migration.command", "The migration failed, so the application was not started.", "read its log, correct the migration, and deploy again")]
    [InlineData("command-not-found", "command-not-found", "app:service.command", "The command does not exist in the image.", "correct command or entryPoint, or build the image with it")]
    [InlineData("command-not-executable", "command-not-executable", "app:service.command", "The command cannot be executed.", "make the file executable in the image, or choose another app:service.user")]
    [InlineData("cannot-start", "cannot-start", "app:service.command", "The container cannot be started.", "start the image by hand with the same command, user and working directory")]
    [InlineData("out-of-memory", "out-of-memory", "app:service.memoryMiB", "The container used more memory than the task has.", "raise it, or lower the memory that the application takes")]
    [InlineData("killed", "killed", "app:service.memoryMiB", "The container was killed (SIGKILL), most often because it used all memory of the task.", "raise it; if the application was only slow to stop, raise app:service.stopTimeoutSeconds")]
    [InlineData("crashed", "crashed", "app:service.image", "The application crashed in native code.", "read its log; a library for another CPU architecture is a frequent reason")]
    [InlineData("ended", "ended", "app:service.command", "The application ended by itself, without an error; a service must keep running.", "start the server in the foreground, or make it a job")]
    [InlineData("exited", "exited", "app:service.image", "The application ended with an error.", "read its log; wrong or missing values of app:service.environment and app:service.secrets are frequent reasons")]
    [InlineData("health-status", "health-status", "app:service.healthCheck.path", "The health check of the load balancer gets a status code that it does not accept.", "name a path that answers without sign-in, or accept the code with app:service.healthCheck.statusCodes; if the application is only slow to start, raise app:service.healthCheckGracePeriodSeconds")]
    [InlineData("health-timeout", "health-timeout", "app:service.containerPort", "The health check of the load balancer gets no answer in time.", "check that the application listens on this port on 0.0.0.0; if it is only slow, raise app:service.healthCheck.timeoutSeconds or app:service.healthCheckGracePeriodSeconds")]
    [InlineData("health-connection", "health-connection", "app:service.containerPort", "The load balancer cannot connect to the container: nothing listens on the port, or not with this protocol.", "set it to the port on which the application listens, on 0.0.0.0 and without TLS")]
    [InlineData("health-unused", "health-unused", "app:service.routing", "The load balancer does not use the target group of the service.", "run pulumi up --refresh to restore its listener rule")]
    [InlineData("health-container", "health-container", "app:service.containerHealthCheck", "The health check inside the container fails.", "run its command in the image, which must contain it (such as curl); if the application is slow to start, raise startPeriodSeconds")]
    [InlineData("health-load-balancer", "health-load-balancer", "app:service.healthCheck.path", "The health check of the load balancer fails.", "request the path from a shell in the container, and compare the status code")]
    [InlineData("alarm", "alarm", "app:service.deployment.rollbackOnAlarms", "A CloudWatch alarm fired during the deployment, so ECS rolled it back.", "look at the errors and response times of the new version; the thresholds are in app:alarms")]
    [InlineData("stopped-by-hand", "stopped-by-hand", "app:service", "Somebody stopped the tasks or the deployment.", "deploy again")]
    [InlineData("throttled", "throttled", "app:service", "AWS throttles ECS in this account.", "wait, or deploy fewer services at a time")]
    [InlineData("circuit-breaker", "circuit-breaker", "app:service", "Too many tasks failed to start or to become healthy; ECS has forgotten why, since it keeps stopped tasks for an hour.", "deploy again, and run verify meanwhile")]
    public async Task Cause_OfARollback_IsNamedWithItsKey(string recording, string id, string key, string text, string fix)
    {
        var run = await VerifyRun.Of(new RecordedAws("common", "rolled-back", recording), json: true);

        var service = JsonNode.Parse(run.Out)!["services"]![0]!;
        var cause = service["cause"]!;
        Assert.Equal(8, run.ExitCode);
        Assert.Equal("rolledBack", (string)service["outcome"]!);
        Assert.Equal((id, key, text, fix), ((string)cause["id"]!, (string)cause["key"]!, (string)cause["text"]!, (string)cause["fix"]!));
    }

    [Fact]
    public void Table_HasARecordingForEachCause() => Assert.Equal(
        CauseTable.All.Select(cause => cause.Id).Order(StringComparer.Ordinal),
        typeof(CauseTests).GetMethod(nameof(Cause_OfARollback_IsNamedWithItsKey))!
            .GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType == typeof(InlineDataAttribute))
            .Select(attribute => (string)((IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)attribute.ConstructorArguments[0].Value!)[1].Value!)
            .Distinct()
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Table_NamesTheSourceOfEachCause() => Assert.All(CauseTable.All, cause =>
        Assert.Matches("^https://(docs\\.aws\\.amazon\\.com|repost\\.aws)/", cause.Source));

    // {key}.architecture is in the table of tasks, {project}:network.cidr in that of the network.
    [Fact]
    public void Key_OfEachCause_IsInTheReference()
    {
        var reference = new Document("docs/configuration.md").Text;

        Assert.All(CauseTable.All.Select(cause => cause.Key).Distinct(), key =>
        {
            var name = key.Replace("{secret}.jsonKey", "secrets.<name>.jsonKey").Replace("{secret}", "secrets").Replace("{key}.", "").Replace("{project}:network.", "")
                .Replace("{project}:cluster.", "").Replace("{project}:", "app:").Replace("{key}", "image");
            Assert.Contains($"| `{name}` |", reference, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("image-platform", "3 tasks: CannotPullContainerError: pull image manifest has been retried 7 time(s): image Manifest does not contain descriptor matching platform 'linux/arm64'")]
    [InlineData("image-platform-in-log", "log /ecs/shop-prod: exec format error")]
    [InlineData("migration-failed", "3 tasks: container shop-migration exited with 1")]
    [InlineData("out-of-memory", "3 tasks: container shop exited with 137: OutOfMemoryError: Container killed due to memory usage")]
    [InlineData("health-status", "(service shop) (task 0a1b) (port 8080) is unhealthy in (target-group arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop-0a1b2c3/73e2d6bc24d8a067) due to (reason Health checks failed with these codes: [404]).")]
    [InlineData("spot-interrupted", "3 tasks: SpotInterruption: Your Spot Task was interrupted.")]
    [InlineData("stopped-by-hand", "3 tasks: UserInitiated: Task stopped by user")]
    [InlineData("alarm", "triggered alarms: shop-prod/alarms-server-errors")]
    public async Task Message_IsThatOfAws(string recording, string message)
    {
        var run = await VerifyRun.Of(new RecordedAws("common", "rolled-back", recording));

        Assert.Contains($"\n      AWS      {message}\n", run.Out);
    }

    [Fact]
    public async Task StrayEvent_DoesNotHideWhyTasksStopped()
    {
        var run = await VerifyRun.Of(new RecordedAws("common", "rolled-back", "fargate-capacity", "exited").Replace(
            "(service shop) has started 2 tasks: (task a) (task b).",
            "(service shop) was unable to place a task. Reason: Capacity is unavailable at this time."));

        Assert.Contains("\n      cause    The application ended with an error.\n", run.Out);
    }

    // pulumi up fails when ECS rolls back, and leaves the outputs as they were.
    [Fact]
    public async Task OutputsOfTheRevisionBefore_HaveTheCauseOfTheFailedOne()
    {
        var expected = RecordedAws.Outputs;
        expected = expected with { Services = [expected.Services[0] with { TaskDefinition = expected.Services[0].TaskDefinition.Replace(":41", ":40") }] };

        var run = await VerifyRun.Of(new RecordedAws("common", "rolled-back", "out-of-memory"), expected);

        Assert.Equal(8, run.ExitCode);
        Assert.Contains(
            "  ✗ app:service      shop-prod:40: ROLLED BACK by the circuit breaker\n      cause    The container used more memory than the task has.\n", run.Out);
    }

    [Fact]
    public async Task TasksOfTheOldRevision_DoNotCount()
    {
        var aws = new RecordedAws("common", "rolled-back", "out-of-memory").Replace("task-definition/shop-prod:41\",\"lastStatus\":\"STOPPED\"", "task-definition/shop-prod:40\",\"lastStatus\":\"STOPPED\"");

        Assert.Contains("\n      cause    Too many tasks failed to start or to become healthy;", (await VerifyRun.Of(aws)).Out);
    }
}
