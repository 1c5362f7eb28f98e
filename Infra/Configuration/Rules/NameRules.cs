using Infra.Planning;

namespace Infra.Configuration.Rules;

/// <summary>Names that must fit what AWS allows, and must not meet those of the stack's own parts.</summary>
internal static class NameRules
{
    // 32 for a target group, less the dash and seven characters that Pulumi adds.
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html
    private const int LongestTargetGroup = 32 - 8;

    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var service in config.AllServices)
        {
            var key = service.Key is null ? "name" : service.Path;
            rules.Check([key, "name"], () => service.Key is { } name && ResourceNames.IsReserved(name)
                ? $"{name} is the name of a part of the stack; choose another"
                : null);
            rules.Check([key, "name", $"{service.Path}.tcpPorts", $"{service.Path}.deployment", $"{service.Path}.containerPort"], () =>
                LengthProblem(config.Name, service));
        }
    }

    private static string? LengthProblem(string application, ConfiguredService service)
    {
        var longest = TargetGroupSuffixes(service.Config).Select(suffix => suffix.Length).DefaultIfEmpty(-1).Max();
        var name = service.Key is null ? application : $"{application}-{service.Key}";
        var excess = name.Length + longest - LongestTargetGroup;
        return longest >= 0 && excess > 0
            ? $"{name} is too long for its target groups by {excess}; shorten app:name or the service's name"
            : null;
    }

    private static IEnumerable<string> TargetGroupSuffixes(ServiceConfig service) =>
    [
        .. service.ContainerPort is not null ? [""] : (string[])[],
        .. service.Deployment.Strategy != DeploymentStrategy.Rolling ? ["-alt"] : (string[])[],
        .. service.TcpPorts.Select(tcp => $"-{tcp.Port}"),
    ];
}
