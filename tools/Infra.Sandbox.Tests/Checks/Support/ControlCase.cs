namespace Infra.Sandbox.Tests.Checks.Support;

/// <summary>A stack that does not meet a control, and one that does.</summary>
/// <param name="Control">The ID of the control.</param>
/// <param name="Red">The file of the stack that does not meet it.</param>
/// <param name="RedEdits">The edits of that file, as "old => new".</param>
/// <param name="Key">The key of the finding.</param>
/// <param name="Green">The file of the stack that meets it.</param>
/// <param name="GreenEdits">The edits of that file.</param>
internal sealed record ControlCase(string Control, string Red, string[] RedEdits, string Key, string Green, string[] GreenEdits)
{
    private const string Arrow = " => ";

    public static (string Text, string Replacement)[] Parse(IEnumerable<string> edits) => [.. edits.Select(edit => edit.Split(Arrow)).Select(parts => (parts[0], parts[1]))];
}

/// <summary>The cases of all controls that are checked.</summary>
internal static class ControlCases
{
    private const string OpenSsh = "port: 5432\n        allowedCidrs: [] => port: 22\n        allowedCidrs: [0.0.0.0/0]";
    private const string OpenPostgres = "port: 5432\n        allowedCidrs: [] => port: 5432\n        allowedCidrs: [0.0.0.0/0]";
    private const string OpenRemoteDesktop = "port: 5432\n        allowedCidrs: [] => port: 3389\n        allowedCidrs: [0.0.0.0/0]";
    private const string TcpPort = "app:service.tcpPorts[0].allowedCidrs";
    private const string Repository = "deleteWithImages: false => deleteWithImages: false\n      ";
    private const string OwnNetwork = "app:network:\n    cidr: 10.30.0.0/16\n    zones: [eu-west-2a, eu-west-2b]\n    natGateways: none\n";
    private const string DefaultNetwork = "app:existingNetwork:\n    default: true\n";
    private const string LondonKey = "app:name: live-beats => app:name: live-beats\n  app:kmsKeyArn: arn:aws:kms:eu-west-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private const string FrankfurtKey = "app:name: dekart => app:name: dekart\n  app:kmsKeyArn: arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private const string EcrEndpoints = "natGateways: none => natGateways: none\n    interfaceEndpoints: [ecr.api, ecr.dkr]";
    private const string Notifications = "  app:notifications:\n    emails: [ops@example.com] # each address gets a mail in which to confirm it\n";

    public static IReadOnlyList<ControlCase> All { get; } =
    [
        new("ELB.1", CheckedStack.Minimal, [], "app:domain", CheckedStack.Dev, []),
        new("ELB.5", CheckedStack.Dev, [], "app:loadBalancer.accessLogRetentionDays", CheckedStack.Prod, []),
        new("ELB.6", CheckedStack.Dev, [], "app:loadBalancer.deletionProtection", CheckedStack.Prod, []),
        new("ELB.16", CheckedStack.Dev, [], "app:webAcl", CheckedStack.EventJobs, []),
        new("ELB.17", CheckedStack.Dev, ["-TLS13-1-2-Res-PQ-2025-09 => -TLS13-1-2-2021-06"], "app:loadBalancer.tlsPolicy", CheckedStack.Dev, []),
        new("ELB.18", CheckedStack.Datero, [], "app:service.tcpPorts[0]", CheckedStack.Dev, []),
        new("EC2.6", CheckedStack.Dev, [], "app:network.flowLogRetentionDays", CheckedStack.Prod, []),
        new("EC2.13", CheckedStack.Datero, [OpenSsh], TcpPort, CheckedStack.Datero, [OpenRemoteDesktop]),
        new("EC2.14", CheckedStack.Datero, [OpenRemoteDesktop], TcpPort, CheckedStack.Datero, [OpenSsh]),
        new("EC2.18", CheckedStack.Datero, [OpenPostgres], TcpPort, CheckedStack.Datero, []),
        new("EC2.19", CheckedStack.Datero, [OpenPostgres], TcpPort, CheckedStack.Datero, ["allowedCidrs: [] => allowedCidrs: [10.0.0.0/8]"]),
        new("EC2.25", CheckedStack.DateroDemo, [], "app:cluster.instances.main.subnets", CheckedStack.Datero, []),
        new("EC2.53", CheckedStack.Datero, [OpenSsh], TcpPort, CheckedStack.Datero, [OpenPostgres]),
        new("EC2.54", CheckedStack.Datero, [OpenSsh.Replace("0.0.0.0/0", "\"::/0\"", StringComparison.Ordinal)], TcpPort, CheckedStack.Datero, [OpenPostgres]),
        new("EC2.55", CheckedStack.LiveBeats, [], "app:network.interfaceEndpoints", CheckedStack.LiveBeats, [EcrEndpoints]),
        new("EC2.56", CheckedStack.LiveBeats, [], "app:network.interfaceEndpoints", CheckedStack.LiveBeats, [EcrEndpoints]),
        new("EC2.57", CheckedStack.Dev, [], "app:network.interfaceEndpoints", CheckedStack.Dev, ["interfaceEndpoints: [] => interfaceEndpoints: [ssm]"]),
        new("REL10-BP01", CheckedStack.EventJobs, [], "app:network.natGateways", CheckedStack.EventJobs, ["natGateways: single => natGateways: onePerZone"]),
        new("ECS.2", CheckedStack.Dev, [], "app:service.subnets", CheckedStack.EventJobs, []),
        new("ECS.5", CheckedStack.Dev, [], "app:service.readonlyRootFilesystem", CheckedStack.Dev, ["exec: true => readonlyRootFilesystem: true"]),
        new("ECS.8", CheckedStack.Dev, ["      DEKART_STORAGE: S3 =>       AWS_ACCESS_KEY_ID: none"], "app:service.environment.AWS_ACCESS_KEY_ID", CheckedStack.Dev, []),
        new("ECS.12", CheckedStack.Dev, [], "app:cluster.containerInsights", CheckedStack.Prod, []),
        new("ECS.17", CheckedStack.DateroDemo, [], "app:jobs.datero.networkMode", CheckedStack.Datero, []),
        new("ECS.19", CheckedStack.EventJobs, [], "app:cluster.instances.steady.cpuPercent", CheckedStack.Datero, []),
        new("ECS.20", CheckedStack.Dev, [], "app:service.user", CheckedStack.Dev, ["exec: true => user: \"1000:1000\""]),
        new("RDS.5", CheckedStack.Dev, [], "app:database.multiAz", CheckedStack.Prod, []),
        new("RDS.8", CheckedStack.Dev, [], "app:database.deletionProtection", CheckedStack.Prod, []),
        new("RDS.9", CheckedStack.Dev, ["logExports: [] => logExports: [postgresql]"], "app:database.logExports", CheckedStack.Prod, []),
        new("RDS.11", CheckedStack.Dev, [], "app:database.backupRetentionDays", CheckedStack.LiveBeats, []),
        new("RDS.23", CheckedStack.Dev, [], "app:database.port", CheckedStack.Dev, ["tls: require => tls: require\n    port: 5433"]),
        new("RDS.25", CheckedStack.Dev, ["username: dekart => username: postgres"], "app:database.username", CheckedStack.Dev, []),
        new("RDS.26", CheckedStack.Dev, [], "app:backup", CheckedStack.Dev, ["  app:cluster: =>   app:backup: { retentionDays: 35, deleteWithBackups: false }\n  app:cluster:"]),
        new("RDS.36", CheckedStack.Dev, ["logExports: [] => logExports: [upgrade]"], "app:database.logExports", CheckedStack.Dev, ["logExports: [] => logExports: [postgresql]"]),
        new("RDS.38", CheckedStack.Dev, ["tls: require => tls: allow"], "app:database.tls", CheckedStack.Dev, []),
        new("RDS.46", CheckedStack.LiveBeats, [$"{OwnNetwork} => {DefaultNetwork}"], "app:existingNetwork", CheckedStack.LiveBeats, []),
        new("ElastiCache.1", CheckedStack.EventJobs, [], "app:cache.snapshotRetentionDays", CheckedStack.EventJobs, ["snapshotRetentionDays: 0 => snapshotRetentionDays: 7"]),
        new("ElastiCache.3", CheckedStack.EventJobs, [], "app:cache.replicas", CheckedStack.EventJobs, ["snapshotRetentionDays: 0 => snapshotRetentionDays: 0\n    replicas: 1"]),
        new("ECR.1", CheckedStack.LiveBeats, [$"{Repository}scanOnPush: false"], "app:repositories.app.scanOnPush", CheckedStack.LiveBeats, []),
        new("ECR.2", CheckedStack.LiveBeats, [$"{Repository}immutableTags: false"], "app:repositories.app.immutableTags", CheckedStack.LiveBeats, []),
        new("ECR.5", CheckedStack.LiveBeats, [], "app:kmsKeyArn", CheckedStack.LiveBeats, [LondonKey]),
        new("EFS.2", CheckedStack.Datero, ["deletionProtection: false => deletionProtection: false\n      automaticBackups: false"], "app:fileSystems.database.automaticBackups", CheckedStack.EventJobs, []),
        new("EFS.7", CheckedStack.EventJobs, [], "app:fileSystems.shared.automaticBackups", CheckedStack.Datero, []),
        new("S3.14", CheckedStack.Dev, [], "app:buckets.results.versioning", CheckedStack.Dev, ["versioning: false => versioning: true"]),
        new("S3.17", CheckedStack.Dev, [], "app:kmsKeyArn", CheckedStack.Dev, [FrankfurtKey]),
        new("Cognito.6", CheckedStack.Datero, ["deletionProtection: true => deletionProtection: false"], "app:authentication.userPool.deletionProtection", CheckedStack.Datero, []),
        new("KMS.2", CheckedStack.Dev, ["permissions: => permissions:\n      - { actions: [\"kms:Decrypt\"], resources: [\"*\"] }"], "app:service.permissions[0].resources", CheckedStack.Dev, []),
        new("SEC03-BP02", CheckedStack.Dev, ["\"athena:GetDataCatalog\" => \"athena:*\""], "app:service.permissions[1].actions", CheckedStack.Dev, []),
        new("CloudWatch.15", CheckedStack.Prod, [$"{Notifications} => "], "app:notifications", CheckedStack.Prod, []),
        new("CloudWatch.16", CheckedStack.Dev, [], "app:service.logRetentionDays", CheckedStack.Dev, ["logRetentionDays: 7 => logRetentionDays: 365", "containerInsights: disabled => containerInsights: disabled\n    execLogRetentionDays: 365"]),
        new("SNS.1", CheckedStack.Prod, [], "app:kmsKeyArn", CheckedStack.Prod, [FrankfurtKey]),
    ];
}
