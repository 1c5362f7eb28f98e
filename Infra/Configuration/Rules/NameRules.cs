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

        CheckTargetGroups(config, rules);
        CheckMigrations(config, rules);
        CheckDiscovery(config, rules);
    }

    private static string? LengthProblem(string application, ConfiguredService service)
    {
        var longest = TargetGroups(application, service).Select(name => name.Length).DefaultIfEmpty(0).Max();
        return longest > LongestTargetGroup
            ? $"{(service.Key is null ? application : $"{application}-{service.Key}")} is too long for its target groups by "
                + $"{longest - LongestTargetGroup}; shorten app:name or the service's name"
            : null;
    }

    // Such as those of api for port 5432 and of another service named api-5432.
    private static void CheckTargetGroups(StackConfig config, RuleChecker rules)
    {
        var taken = new Dictionary<string, string>();
        foreach (var service in config.AllServices.OrderBy(service => service.Path.Length))
        {
            var targetGroups = TargetGroups(config.Name, service);
            rules.Check([service.Path], () => targetGroups.FirstOrDefault(taken.ContainsKey) is { } name
                ? $"is the name of a target group of {taken[name]}; choose another"
                : null);
            targetGroups.ForEach(name => taken.TryAdd(name, service.Path));
        }
    }

    private static List<string> TargetGroups(string application, ConfiguredService service)
    {
        var name = service.Key is null ? application : $"{application}-{service.Key}";
        return
        [
            .. service.Config.ContainerPort is not null ? [name] : (string[])[],
            .. service.Config.Deployment.HasAlternate ? [$"{name}-alt"] : (string[])[],
            .. service.Config.TcpPorts.Select(tcp => $"{name}-{tcp.Port}"),
        ];
    }

    // Migrations have a task and a command as jobs have, beside those of services and jobs.
    private static void CheckMigrations(StackConfig config, RuleChecker rules)
    {
        foreach (var service in config.AllServices.Where(service => service.Config.Migration is not null))
        {
            foreach (var task in config.AllTasks)
            {
                rules.Check([task.Path], () => task.Key == service.MigrationName
                    ? $"is the name of the migration of {service.Path}; choose another"
                    : null);
            }
        }
    }

    private static void CheckDiscovery(StackConfig config, RuleChecker rules)
    {
        foreach (var service in config.AllServices)
        {
            rules.Check([$"{service.Path}.discoveryName"], () => service.Config.DiscoveryName is { } name
                && config.AllServices.First(other => other.Config.DiscoveryName == name) is var first && first != service
                ? $"{name} is the discoveryName of {first.Path} too"
                : null);
        }
    }
}
