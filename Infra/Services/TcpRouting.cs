using Infra.LoadBalancing;
using Pulumi;

namespace Infra.Services;

/// <summary>A listener and a target group on the Network Load Balancer for each TCP port of a service.</summary>
internal sealed class TcpRouting
{
    private readonly ComponentResource _service;
    private readonly string _name;
    private readonly ServiceArgs _args;

    public TcpRouting(ComponentResource service, string name, ServiceArgs args)
    {
        (_service, _name, _args) = (service, name, args);
        var routes = args.Service.Config.TcpPorts.Select(tcp => (tcp.Port, TargetGroup: CreateTargetGroup(tcp.Port))).ToList();
        Listeners = [.. routes.Select(route => LoadBalancer.CreateListener(route.Port, route.TargetGroup.Arn))];
        LoadBalancers = [.. routes.Select(route => PlanTarget(route.Port, route.TargetGroup))];
        TargetGroupArns = [.. routes.Select(route => route.TargetGroup.Arn)];
    }

    /// <summary>The listeners that must exist before ECS can register tasks.</summary>
    public IReadOnlyList<Resource> Listeners { get; }

    /// <summary>The target groups in which the service registers its tasks.</summary>
    public IReadOnlyList<Ecs.Inputs.ServiceLoadBalancerArgs> LoadBalancers { get; }

    public IReadOnlyList<Output<string>> TargetGroupArns { get; }

    private NetworkLoadBalancer LoadBalancer => _args.Host.NetworkLoadBalancer!;

    // Service names have no double dash, so this cannot collide with a service named api-9000.
    private Lb.TargetGroup CreateTargetGroup(int port) => new(
        AwsNames.TargetGroup.Fit($"{_name}--{port}{LoadBalancer.Suffix}"),
        new Lb.TargetGroupArgs
        {
            VpcId = _args.Host.Tasks.Network.VpcId,
            TargetType = _args.Service.Config.TargetType,
            Protocol = "TCP",
            Port = port,
            DeregistrationDelay = _args.Service.Config.DeregistrationDelaySeconds,
            // The security group of the tasks allows the load balancer's security group, not client addresses.
            PreserveClientIp = "false",
            HealthCheck = new Lb.Inputs.TargetGroupHealthCheckArgs
            {
                Enabled = true,
                Protocol = "TCP",
                Port = "traffic-port",
                Interval = _args.Service.Config.HealthCheck.EffectiveIntervalSeconds,
                // The default of 10 seconds allows no shorter interval.
                // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html
                Timeout = _args.Service.Config.HealthCheck.EffectiveTimeoutSeconds,
                HealthyThreshold = _args.Service.Config.HealthCheck.HealthyThreshold,
                UnhealthyThreshold = _args.Service.Config.HealthCheck.UnhealthyThreshold,
            },
        },
        _service.Child());

    private Ecs.Inputs.ServiceLoadBalancerArgs PlanTarget(int port, Lb.TargetGroup targetGroup) => new()
    {
        TargetGroupArn = targetGroup.Arn,
        ContainerName = _args.Service.NamesIn(_args.Host.Tasks.Context.Names).InCluster,
        ContainerPort = port,
    };
}
