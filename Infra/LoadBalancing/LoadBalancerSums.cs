using Infra.Configuration.Binding;
using Infra.Domains;
using Infra.Services;
using Infra.Stack.Quotas;
using static Infra.Stack.StackKeys;

namespace Infra.LoadBalancing;

/// <summary>The numbers of target groups, listener rules and certificate names, which have quotas.</summary>
internal static class LoadBalancerSums
{
    public static IReadOnlyList<KeyPath> Keys { get; } =
    [
        Key(stack => stack.Service),
        Key(stack => stack.Services),
        Key(stack => stack.Domain),
        Key(stack => stack.Authentication),
        Key(stack => stack.ExistingLoadBalancer),
    ];

    public static IEnumerable<PlannedSum> Of(StackConfig config) =>
    [
        .. config.AllServices.SelectMany(service => OfService(service, config)),
        .. config.HasOwnTargetGroups ? OfWeb([.. config.AllServices.Where(service => service.Config.ContainerPort is not null)], config) : [],
        .. OfPorts([.. config.AllServices.Where(service => service.Config.TcpPorts.Count > 0)]),
        .. config.Domain is { } domain ? OfDomain(domain, config) : [],
    ];

    private static IEnumerable<PlannedSum> OfService(ConfiguredService service, StackConfig config)
    {
        var (path, ports) = (service.Path, service.Config.TcpPorts.Count);
        var (isWeb, tasks) = (service.Config.ContainerPort is not null, service.Config.Scaling?.MaximumTasks ?? service.Config.EffectiveDesiredCount);
        var groups = ports + (isWeb ? 1 : 0);
        yield return new(
            AwsQuotas.TargetGroupsOfService,
            service.KeyOf(config => config.TcpPorts),
            groups,
            $"{Counted.Of(ports, "port")}{(isWeb ? " and containerPort" : "")} make {Counted.Of(groups, "target group")}")
        { Of = path.Text };
        if (groups > 0)
        {
            var key = service.Config.Scaling is null ? service.KeyOf(config => config.DesiredCount) : service.KeyOf(config => config.Scaling!.MaximumTasks);
            yield return new(AwsQuotas.TargetsOfTargetGroup, key, tasks, $"{Counted.Of(tasks, "task")} are as many targets") { Of = path.Text };
        }

        foreach (var sum in isWeb && config.HasOwnTargetGroups ? OfRules(service, config) : [])
        {
            yield return sum;
        }
    }

    private static IEnumerable<PlannedSum> OfRules(ConfiguredService service, StackConfig config)
    {
        var routing = service.Config.Routing ?? new RoutingConfig();
        var paths = routing is { Hosts.Count: 0, Paths.Count: 0 } ? [RequestPatterns.AnyPath] : routing.Paths;
        var publicPaths = PublicPaths(service, config);
        yield return OfWildcards(service.KeyOf(config => config.Routing), routing.Hosts, paths, service);
        if (publicPaths.Count > 0)
        {
            yield return OfWildcards(Key(stack => stack.Authentication!.PublicPaths), routing.Hosts, publicPaths, service);
        }
    }

    private static PlannedSum OfWildcards(KeyPath key, IReadOnlyList<string> hosts, IReadOnlyList<string> paths, ConfiguredService service)
    {
        var count = hosts.Concat(paths).Sum(RequestPatterns.Wildcards);
        return new(AwsQuotas.WildcardsOfListenerRule, key, count, $"hosts and paths have {Counted.Of(count, "wildcard")} in one rule") { Of = service.Path.Text };
    }

    private static IEnumerable<PlannedSum> OfWeb(IReadOnlyList<ConfiguredService> services, StackConfig config)
    {
        var groups = services.Sum(service => service.Config.Deployment.Strategy == DeploymentStrategy.Rolling ? 1 : 2);
        var redirects = config.ExistingLoadBalancer?.HttpRedirectPort is null ? 0 : 1;
        var rules = services.Sum(service => PublicPaths(service, config).Count > 0 ? 2 : 1) + redirects;
        yield return new(
            AwsQuotas.TargetGroupsOfLoadBalancer, Key(stack => stack.Services), groups, $"{Counted.Of(services.Count, "service")} with a containerPort make {Counted.Of(groups, "target group")}");
        yield return new(
            AwsQuotas.RulesOfLoadBalancer, Key(stack => stack.Services), rules, $"{Counted.Of(services.Count, "service")} with a containerPort make {Counted.Of(rules, "rule")}");
    }

    private static IEnumerable<PlannedSum> OfPorts(IReadOnlyList<ConfiguredService> services)
    {
        var ports = services.Sum(service => service.Config.TcpPorts.Count);
        return services.Count == 0 ? [] :
        [
            new(
                AwsQuotas.ListenersOfNetworkLoadBalancer,
                services.MaxBy(service => service.Config.TcpPorts.Count)!.KeyOf(config => config.TcpPorts),
                ports,
                $"the services have {Counted.Of(ports, "port")}, each with a listener"),
        ];
    }

    private static IEnumerable<PlannedSum> OfDomain(DomainConfig domain, StackConfig config)
    {
        var key = Key(stack => stack.Domain!.AlternativeNames);
        var count = domain.Names.Count;
        if (domain.CertificateArn is null && config.ExistingLoadBalancer is null)
        {
            yield return new(AwsQuotas.NamesOfCertificate, key, count, $"{Counted.Of(count, "name")} are on the certificate");
        }

        if (config.Authentication?.UserPool is not null)
        {
            var callbacks = domain.Names.Count(name => !CertificateNames.IsWildcard(name));
            yield return new(AwsQuotas.CallbacksOfUserPoolClient, key, callbacks, $"{Counted.Of(callbacks, "name")} make as many callback URLs for sign-in");
        }
    }

    private static IReadOnlyList<string> PublicPaths(ConfiguredService service, StackConfig config) =>
        (service.Config.Routing ?? new RoutingConfig()).PublicPathsAmong(config.Authentication?.PublicPaths ?? []);
}
