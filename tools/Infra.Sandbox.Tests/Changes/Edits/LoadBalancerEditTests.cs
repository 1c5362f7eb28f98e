using Infra.Sandbox.Changes;
using Infra.Sandbox.Tests.Changes.Support;

namespace Infra.Sandbox.Tests.Changes.Edits;

/// <summary>Edits that replace a load balancer, and others around it.</summary>
public sealed class LoadBalancerEditTests
{
    private const string Internal = "  app:loadBalancer:\n    scheme: internal\n    allowedCidrs: [10.0.0.0/8]\n  app:webAcl:";
    private const string Datero = "examples/datero.yaml";

    [Fact]
    public async Task Scheme_Changed_HasNewTargetGroups()
    {
        var plan = await EditedStack.PlanAsync(EditedStack.EventJobs, ("  app:webAcl:", Internal));

        Assert.Empty(plan.Problems);
        Assert.Contains("Create TargetGroup media--internal\n", plan.Steps());
        Assert.Contains("Create TargetGroup media--alt--internal\n", plan.Steps());
        Assert.Contains("Create ListenerRule media-traffic-rule--internal\n", plan.Steps());
        Assert.Contains("CreateReplacement ListenerRule media-rules-100\n", plan.Steps());
    }

    [Fact]
    public async Task Scheme_OfAProtectedLoadBalancer_IsRefused()
    {
        var plan = await EditedStack.PlanAsync(
            EditedStack.EventJobs,
            [("  app:webAcl:", "  app:loadBalancer:\n    deletionProtection: true\n  app:webAcl:")],
            [("    deletionProtection: true\n  app:webAcl:", "    deletionProtection: true\n    scheme: internal\n    allowedCidrs: [10.0.0.0/8]\n  app:webAcl:")]);

        Assert.Contains("media-lb is protected, and Pulumi neither replaces nor deletes a protected resource", plan.Problems());
    }

    [Fact]
    public async Task DomainPrefix_Changed_DeletesTheOldDomainFirst()
    {
        var plan = await EditedStack.PlanAsync(Datero, ("domainPrefix: datero-example", "domainPrefix: datero-other"));

        Assert.StartsWith("DeleteReplaced UserPoolDomain datero-users\nCreateReplacement UserPoolDomain datero-users", plan.Steps());
        Assert.Empty(plan.Problems);
    }

    [Fact]
    public async Task AlternativeName_Removed_IsANewCertificate()
    {
        var plan = await EditedStack.PlanAsync(
            EditedStack.EventJobs,
            ("    alternativeNames: [admin.media.example.com]\n", ""), ("hosts: [admin.media.example.com]", "hosts: [media.example.com]"));

        Assert.Contains(plan.Changes, change => change is { Action: ChangeAction.Replace, Key.Type: "aws:acm/certificate:Certificate" });
        Assert.Empty(plan.Ignored);
    }
}
