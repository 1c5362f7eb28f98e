using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Infra.Configuration.Binding;

namespace Infra.Domains;

/// <summary>The public name of the service, with its certificate and DNS records. Without it the service speaks HTTP only.</summary>
internal sealed record DomainConfig
{
    private const string HostName = "^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,}$";
    private const string HostNameOrWildcard = "^(\\*\\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,}$";

    /// <summary>The name users type.</summary>
    [Pattern(HostName, "a lower-case domain name such as maps.example.com")]
    [DerivedDefault("the stack's name below `hostedZoneName`, such as `maps-dev.example.com`")]
    public string? Name { get; init; }

    /// <summary>More names for the same service; each gets a DNS record and stands on the certificate. A leading <c>*.</c> stands for any one label.</summary>
    [Unique]
    [Pattern(HostNameOrWildcard, "a lower-case domain name such as www.example.com or *.example.com")]
    public IReadOnlyList<string> AlternativeNames { get; init; } = [];

    /// <summary>The public Route 53 zone that holds the records, by name. Give this or <c>hostedZoneId</c>.</summary>
    [Pattern(HostName, "a lower-case domain name such as example.com")]
    public string? HostedZoneName { get; init; }

    /// <summary>The zone by id: needed where two zones bear the same name.</summary>
    [Pattern("^Z[A-Z0-9]{1,31}$", "a hosted zone id such as Z0123456789ABCDEFGHIJ")]
    public string? HostedZoneId { get; init; }

    /// <summary>A certificate that exists already in the stack's region; without it the stack makes one.</summary>
    [Arn("acm", "certificate/[A-Za-z0-9-]+", "the ARN of an ACM certificate")]
    public string? CertificateArn { get; init; }

    /// <summary>How long a deployment waits for the new certificate before it fails.</summary>
    [Range(1, 120)]
    public int ValidationTimeoutMinutes { get; init; } = 15;

    /// <summary>Take over validation records that exist already, for instance from another stack. Destroying this stack then deletes them.</summary>
    public bool OverwriteValidationRecords { get; init; }

    /// <summary>Let Route 53 lead each user to the nearest of several stacks, each in another region, that have these names and say so too. One whose load balancer has no task that is well is passed over. They share their validation records, so each also sets <c>overwriteValidationRecords</c> or a <c>certificateArn</c>.</summary>
    public bool NearestRegion { get; init; }

    /// <summary>What the deployment is called, such as <c>maps-dev</c>.</summary>
    [JsonIgnore]
    public string Deployment { get; init; } = "";

    /// <summary>The name users type; empty where neither it nor a zone is named, which is a mistake.</summary>
    public string EffectiveName => Name ?? (HostedZoneName is null ? "" : $"{Deployment}.{HostedZoneName}");

    /// <summary>All names of the service.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Names => [EffectiveName, .. AlternativeNames];
}
