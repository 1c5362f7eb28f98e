using Infra.Sandbox.Notices;
using Infra.Sandbox.Tests.Checks.Support;

namespace Infra.Sandbox.Tests.Notices;

public sealed class NoticeTests
{
    /// <summary>Each notice: a stack that has it, and an edit of the stack after which it is gone.</summary>
    [Theory]
    [InlineData(CheckedStack.Minimal, "", "app:authentication: is not set, so everyone who can connect uses the application without signing in", "")]
    [InlineData(
        CheckedStack.Dev,
        "scope: email openid => publicPaths: [/health]",
        "app:authentication.publicPaths: let everyone who can connect request /health without signing in",
        "publicPaths: [/health] => scope: openid")]
    [InlineData(
        CheckedStack.Minimal,
        "",
        "app:domain: is not set, so the load balancer answers HTTP only, without encryption",
        "app:name: hello => app:name: hello\n  app:domain: { hostedZoneName: example.com }")]
    [InlineData(
        CheckedStack.Dev,
        "",
        "app:loadBalancer.allowedCidrs: is empty, so every address on the internet can connect to ports 80 and 443",
        "allowedCidrs: [] => allowedCidrs: [203.0.113.0/24]")]
    [InlineData(
        CheckedStack.Dev,
        "",
        "app:loadBalancer.allowedCidrs: is empty, so every address on the internet can connect to ports 80 and 443",
        "natGateways: none => natGateways: single\nscheme: internetFacing => scheme: internal")]
    [InlineData(
        CheckedStack.Datero,
        "allowedCidrs: [] => allowedCidrs: [0.0.0.0/0]",
        "app:service.tcpPorts[0].allowedCidrs: lets every address on the internet connect to port 5432",
        "[0.0.0.0/0] => [203.0.113.0/24]")]
    [InlineData(
        CheckedStack.DateroDemo,
        "[203.0.113.7/32] => [0.0.0.0/0]",
        "app:jobs.datero.hostPorts[0].allowedCidrs: lets every address on the internet connect to port 80",
        "[0.0.0.0/0] => [203.0.113.7/32]")]
    [InlineData(
        CheckedStack.EventJobs,
        "rateLimitPerFiveMinutes: 2000 => countOnly: true",
        "app:webAcl.countOnly: is on, so the web ACL counts requests that match its rules, and blocks none",
        "countOnly: true => countOnly: false")]
    [InlineData(
        CheckedStack.Dev,
        "",
        "app:service.exec: is on, so whoever may call ecs:ExecuteCommand opens a shell in the tasks, with their secrets and permissions",
        "exec: true => exec: false")]
    public Task Access(string file, string edit, string notice, string resolution) => CheckAsync(file, edit, notice, resolution);

    [Theory]
    [InlineData(
        CheckedStack.Dev,
        "backupRetentionDays: 1 => backupRetentionDays: 0",
        "app:database.backupRetentionDays: is 0, so the database has no backups, and lost data cannot be restored",
        "backupRetentionDays: 0 => backupRetentionDays: 1")]
    [InlineData(
        CheckedStack.Dev,
        "",
        "app:database.finalSnapshot: is false, so deleting the database deletes its data, and its automated backups",
        "finalSnapshot: false => finalSnapshot: true")]
    [InlineData(
        CheckedStack.LiveBeats,
        "app:network:\n    cidr: 10.30.0.0/16\n    zones: [eu-west-2a, eu-west-2b]\n    natGateways: none => app:existingNetwork:\n    default: true",
        "app:existingNetwork.default: puts the database in public subnets, which other stacks share; it has no public address, "
            + "and security groups admit tasks of this stack only",
        "default: true => default: true\n    isolatedSubnetIds: [subnet-0a1b2c3d4e5f60718, subnet-0a1b2c3d4e5f60719]")]
    [InlineData(
        CheckedStack.Datero,
        "deletionProtection: false => automaticBackups: false\n      deletionProtection: false",
        "app:fileSystems.database.automaticBackups: is off, so the file system has no backups, and a deleted file cannot be restored",
        "automaticBackups: false => automaticBackups: true")]
    [InlineData(
        CheckedStack.Dev,
        "",
        "app:buckets.results.versioning: is false, so an overwritten or deleted object cannot be restored",
        "versioning: false => versioning: true")]
    [InlineData(
        CheckedStack.Dev,
        "",
        "app:buckets.results.deleteWithContents: is true, so removing the bucket from the stack file, or destroying the stack, deletes all its objects",
        "deleteWithContents: true => deleteWithContents: false")]
    [InlineData(
        CheckedStack.LiveBeats,
        "deleteWithImages: false => deleteWithImages: true",
        "app:repositories.app.deleteWithImages: is true, so removing the repository from the stack file, or destroying the stack, deletes all its images",
        "deleteWithImages: true => deleteWithImages: false")]
    [InlineData(
        CheckedStack.EventJobs,
        "deleteWithBackups: false => deleteWithBackups: true",
        "app:backup.deleteWithBackups: is true, so removing app:backup, or destroying the stack, deletes all backups",
        "deleteWithBackups: true => deleteWithBackups: false")]
    [InlineData(
        CheckedStack.Dev,
        "",
        "app:secretRecoveryWindowDays: is 0, so a deleted secret is gone at once",
        "secretRecoveryWindowDays: 0 => secretRecoveryWindowDays: 7")]
    public Task Data(string file, string edit, string notice, string resolution) => CheckAsync(file, edit, notice, resolution);

    [Theory]
    [InlineData(
        CheckedStack.EventJobs,
        "",
        "app:network.natGateways: is single, so tasks in all zones lose the internet when the zone of the NAT gateway fails",
        "natGateways: single => natGateways: onePerZone")]
    [InlineData(
        CheckedStack.Dev,
        "",
        "app:service.capacityProviders: has Fargate Spot only, so AWS can stop all tasks with two minutes' notice, and may have no capacity for others",
        "FARGATE_SPOT: { weight: 1 } => FARGATE: { weight: 1 }")]
    [InlineData(
        CheckedStack.Minimal,
        "nginx:1.29 => nginx:stable-alpine",
        "app:service.image: has the tag stable-alpine, which moves to newer versions, so a deployment without an edit can run another one, "
            + "and a rollback cannot undo it",
        "nginx:stable-alpine => nginx:1.29-alpine")]
    [InlineData(
        CheckedStack.Dev,
        "multiAz: false => multiAz: false\n    extendedSupport: true",
        "app:database.extendedSupport: is on, so RDS charges for each vCPU-hour once standard support of the version has ended",
        "extendedSupport: true => extendedSupport: false")]
    [InlineData(
        CheckedStack.Dev,
        "",
        "app:notifications: is not set, so nobody is told of a failed deployment, or of a task that stopped with an error",
        "app:cluster: => app:notifications: { emails: [ops@example.com] }\n  app:cluster:")]
    public Task Availability(string file, string edit, string notice, string resolution) => CheckAsync(file, edit, notice, resolution);

    [Fact]
    public async Task Prod_OnlySaysThatItIsPublic()
    {
        var stack = await CheckedStack.OfAsync(CheckedStack.Prod);

        Assert.Equal(
            ["app:loadBalancer.allowedCidrs: is empty, so every address on the internet can connect to ports 80 and 443"],
            stack.Notices.Select(notice => notice.ToString()));
    }

    [Theory]
    [InlineData("node:22", "22")]
    [InlineData("registry.example.com:5000/app:main", "main")]
    [InlineData("postgres:17-alpine", "17-alpine")]
    [InlineData("app:v2", "v2")]
    [InlineData("nginx:1.29", null)]
    [InlineData("app:4711", null)]
    [InlineData("app:20261126-1", null)]
    [InlineData("app:stable@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", null)]
    [InlineData("app", null)]
    public void Tag_MovesByConvention(string image, string? tag) => Assert.Equal(tag, ImageTag.MovingOf(image));

    private static async Task CheckAsync(string file, string edit, string notice, string resolution)
    {
        var before = ControlCase.Parse(edit.Length > 0 ? [edit] : []);
        // A resolution of several edits has one in each line that has an arrow.
        var after = resolution.Length > 0 ? ControlCase.Parse(Split(resolution)) : [];

        Assert.Contains(notice, (await CheckedStack.OfAsync(file, before)).Notices.Select(found => found.ToString()));
        if (after.Length > 0)
        {
            Assert.DoesNotContain(notice, (await CheckedStack.OfAsync(file, [.. before, .. after])).Notices.Select(found => found.ToString()));
        }
    }

    private static IEnumerable<string> Split(string resolution) => resolution.Split('\n') is var lines && lines.All(line => line.Contains(" => ", StringComparison.Ordinal))
        ? lines
        : [resolution];
}
