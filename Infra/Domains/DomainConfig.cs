using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Infra.Configuration.Binding;

namespace Infra.Domains;

/// <summary>The public domain name of the services, with a certificate and DNS records. Without it they are served over HTTP only.</summary>
internal sealed record DomainConfig
{
    private const string HostName = "^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,}$";
    private const string HostNameOrWildcard = "^(\\*\\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,}$";

    /// <summary>The domain name of the services.</summary>
    [Pattern(HostName, "a lower-case domain name such as maps.example.com")]
    [DerivedDefault("the stack's name below `hostedZoneName`, such as `maps-dev.example.com`")]
    [PerStack("two stacks cannot share a name", Unless = "domain.nearestRegion")]
    public string? Name { get; init; }

    /// <summary>Additional domain names, each with a DNS record and on the certificate. A leading <c>*.</c> is a wildcard for one label.</summary>
    [Unique]
    [Pattern(HostNameOrWildcard, "a lower-case domain name such as www.example.com or *.example.com")]
    [PerStack("two stacks cannot share a name", Unless = "domain.nearestRegion")]
    public IReadOnlyList<string> AlternativeNames { get; init; } = [];

    /// <summary>Name of the public Route 53 hosted zone for the records. Set this or <c>hostedZoneId</c>.</summary>
    [Pattern(HostName, "a lower-case domain name such as example.com")]
    public string? HostedZoneName { get; init; }

    /// <summary>ID of the public hosted zone. Needed where several zones have the same name.</summary>
    [Pattern("^Z[A-Z0-9]{1,31}$", "a hosted zone id such as Z0123456789ABCDEFGHIJ")]
    public string? HostedZoneId { get; init; }

    /// <summary>ARN of an existing ACM certificate in the stack's region. Without it the stack creates one.</summary>
    [Arn("acm", "certificate/[A-Za-z0-9-]+", "the ARN of an ACM certificate")]
    [PerStack("the certificate must cover the new names")]
    public string? CertificateArn { get; init; }

    /// <summary>Minutes that a deployment waits for ACM to validate a new certificate.</summary>
    [Range(1, 120)]
    public int ValidationTimeoutMinutes { get; init; } = 15;

    /// <summary>Overwrite existing validation records, such as those of another stack. Destroying this stack then deletes them.</summary>
    public bool OverwriteValidationRecords { get; init; }

    /// <summary>Use latency-based routing between stacks in several regions that all set this and have the same names. Route 53 skips a stack whose load balancer has no healthy targets. The stacks share their validation records, so each also needs <c>overwriteValidationRecords</c> or <c>certificateArn</c>.</summary>
    public bool NearestRegion { get; init; }

    /// <summary>Name of the deployment, such as <c>maps-dev</c>.</summary>
    [JsonIgnore]
    public string Deployment { get; init; } = "";

    /// <summary>The domain name or its default; empty where there is neither, which is an error.</summary>
    public string EffectiveName => Name ?? (HostedZoneName is null ? "" : $"{Deployment}.{HostedZoneName}");

    /// <summary>The domain name and the alternative names.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Names => [EffectiveName, .. AlternativeNames];
}
