using Pulumi;

namespace Infra.Services;

/// <summary>The command that opens a shell in a running task.</summary>
internal static class ExecShell
{
    public static Output<string>? Command(StackContext context, Service? service) => service is { Configured.Config.Exec: true }
        ? Output.Tuple(service.ClusterName, service.ServiceName)
            .Apply(known => Text(context.Region, known.Item1, known.Item2))
        : null;

    private static string Text(string region, string cluster, string service) =>
        $"aws ecs execute-command --region {region} --cluster {cluster} --container {service} --interactive --command /bin/sh "
        + $"--task $(aws ecs list-tasks --region {region} --cluster {cluster} --service-name {service} --query 'taskArns[0]' --output text)";
}
