using Infra.Networking;
using Pulumi;

namespace Infra.LoadBalancing;

internal sealed record LoadBalancerArgs
{
    public required Placement Placement { get; init; }

    public required LoadBalancerConfig Config { get; init; }

    public required bool IsDualStack { get; init; }

    /// <summary>A valid certificate; null for HTTP only.</summary>
    public Output<string>? CertificateArn { get; init; }
}

/// <summary>
/// An Application Load Balancer that answers 404 unless a listener rule matches. With a certificate it serves HTTPS and redirects
/// HTTP to it.
/// </summary>
internal sealed class LoadBalancer : ComponentResource
{
    private const string Type = "infra:index:LoadBalancer";

    private readonly string _name;

    public LoadBalancer(string name, LoadBalancerArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        _name = name;
        var (config, certificateArn) = (args.Config, args.CertificateArn);
        var accessLogs = config.AccessLogRetentionDays is { } days ? CreateAccessLogs(args.Placement.Context, days) : null;
        var loadBalancer = CreateLoadBalancer(args, accessLogs);
        var http = CreateHttpListener(loadBalancer, redirect: certificateArn is not null);
        var https = certificateArn is not null ? CreateHttpsListener(loadBalancer, certificateArn, config.TlsPolicy) : null;

        Arn = loadBalancer.Arn;
        ArnSuffix = loadBalancer.ArnSuffix;
        DnsName = loadBalancer.DnsName;
        ZoneId = loadBalancer.ZoneId;
        ListenerArn = (https ?? http).Arn;
        Suffix = BalancerSuffix.Of(config.Scheme, usual: LoadBalancerScheme.InternetFacing);
        Tls = certificateArn.WhenPresent(certificate => new ListenerTls(certificate, config.TlsPolicy));
        RegisterOutputs();
    }

    [Output("arn")]
    public Output<string> Arn { get; }

    /// <summary>Its name in CloudWatch metrics.</summary>
    [Output("arnSuffix")]
    public Output<string> ArnSuffix { get; }

    [Output("dnsName")]
    public Output<string> DnsName { get; }

    /// <summary>The hosted zone of <see cref="DnsName"/>, for alias records.</summary>
    [Output("zoneId")]
    public Output<string> ZoneId { get; }

    /// <summary>The listener that forwards to services: HTTPS with a certificate, otherwise HTTP.</summary>
    [Output("listenerArn")]
    public Output<string> ListenerArn { get; }

    /// <summary>The end of the names of its target groups.</summary>
    public string Suffix { get; }

    /// <summary>The certificate and the TLS policy of its HTTPS listener; null without one.</summary>
    public ListenerTls? Tls { get; }

    private AccessLogs CreateAccessLogs(StackContext context, int retentionDays) => new(
        $"{_name}-logs", new AccessLogsArgs { Context = context, RetentionDays = retentionDays }, this.ChildComponent());

    private Lb.LoadBalancer CreateLoadBalancer(LoadBalancerArgs args, AccessLogs? accessLogs)
    {
        var config = args.Config;
        var isInternal = config.Scheme == LoadBalancerScheme.Internal;
        var lbArgs = new Lb.LoadBalancerArgs
        {
            LoadBalancerType = "application",
            Internal = isInternal,
            Subnets = args.Placement.Network.SubnetIds(isInternal ? SubnetTier.Private : SubnetTier.Public),
            SecurityGroups = [args.Placement.SecurityGroups.IdOf(TrafficPeer.LoadBalancer)],
            IpAddressType = args.IsDualStack ? "dualstack" : "ipv4",
            DropInvalidHeaderFields = true,
            EnableDeletionProtection = config.DeletionProtection,
            IdleTimeout = config.IdleTimeoutSeconds,
        };
        var options = this.Child();
        options.Protect = config.DeletionProtection;
        if (accessLogs is not null)
        {
            lbArgs.AccessLogs = new Lb.Inputs.LoadBalancerAccessLogsArgs { Bucket = accessLogs.BucketName, Enabled = true };
            // Enabling access logs writes a test file, which the bucket policy must allow.
            options.DependsOn = [accessLogs];
        }

        return new Lb.LoadBalancer(AwsNames.LoadBalancer.Fit(_name), lbArgs, options);
    }

    private Lb.Listener CreateHttpListener(Lb.LoadBalancer loadBalancer, bool redirect) => new(
        $"{_name}-http",
        new Lb.ListenerArgs
        {
            LoadBalancerArn = loadBalancer.Arn,
            Port = TrafficPlan.Http,
            Protocol = "HTTP",
            DefaultActions = [redirect ? RedirectToHttps() : NotFound()],
        },
        this.Child());

    private Lb.Listener CreateHttpsListener(Lb.LoadBalancer loadBalancer, Output<string> certificateArn, string tlsPolicy) => new(
        $"{_name}-https",
        new Lb.ListenerArgs
        {
            LoadBalancerArn = loadBalancer.Arn,
            Port = TrafficPlan.Https,
            Protocol = "HTTPS",
            SslPolicy = tlsPolicy,
            CertificateArn = certificateArn,
            DefaultActions = [NotFound()],
        },
        this.Child());

    private static Lb.Inputs.ListenerDefaultActionArgs RedirectToHttps() => new()
    {
        Type = "redirect",
        Redirect = new Lb.Inputs.ListenerDefaultActionRedirectArgs
        {
            Protocol = "HTTPS",
            Port = $"{TrafficPlan.Https}",
            StatusCode = "HTTP_301",
        },
    };

    /// <summary>The default action of listeners.</summary>
    public static Lb.Inputs.ListenerDefaultActionArgs NotFound() => new()
    {
        Type = "fixed-response",
        FixedResponse = new Lb.Inputs.ListenerDefaultActionFixedResponseArgs
        {
            ContentType = "text/plain",
            MessageBody = "Not found",
            StatusCode = "404",
        },
    };
}
