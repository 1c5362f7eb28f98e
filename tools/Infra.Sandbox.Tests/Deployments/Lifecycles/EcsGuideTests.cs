using System.Xml.Linq;
using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles;

public sealed class EcsGuideTests(EcsGuideLifecycle lifecycle) : LifecycleTests<EcsGuideLifecycle>(lifecycle), IClassFixture<EcsGuideLifecycle>
{
    private protected override IEnumerable<string> Retained => [Lifecycle.Listeners.Value("LoadBalancerArn")];

    [SkippableFact]
    public void FirstUp_PrintsUrlAndRepository()
    {
        Assert.Contains("    url: https://guide.example.com\n", Lifecycle.FirstUp.Out);
        Assert.Contains("""    repositoryUrls: {"app":"123456789012.dkr.ecr.us-west-2.amazonaws.com/guide-test/app"}""", Lifecycle.FirstUp.Out);
    }

    [SkippableFact]
    public void Https_IsForwardedForTheHost()
    {
        var rule = RuleOf(Lifecycle.HttpsRules);

        Assert.Equal(("100", "guide.example.com"), (rule.Value("Priority"), HostOf(rule)));
        Assert.Equal(Lifecycle.Service["loadBalancers"]![0]!["targetGroupArn"].Text(), rule.Value("TargetGroupArn"));
    }

    [SkippableFact]
    public void Http_IsRedirectedForTheHost()
    {
        var rule = RuleOf(Lifecycle.HttpRules);
        var redirect = rule.Descendants("RedirectConfig").Single();

        Assert.Equal("guide.example.com", HostOf(rule));
        Assert.Equal(("HTTPS", "443", "HTTP_301"), (redirect.Value("Protocol"), redirect.Value("Port"), redirect.Value("StatusCode")));
    }

    [SkippableFact]
    public void OtherHosts_KeepTheirDefaultAction() => Assert.All(
        Lifecycle.Listeners.Elements("member"),
        listener => Assert.Equal("404", listener.Element("DefaultActions")!.Value("StatusCode")));

    [SkippableFact]
    public void Tasks_HaveNoPublicAddress()
    {
        var network = Lifecycle.Service["networkConfiguration"]!["awsvpcConfiguration"]!;

        Assert.Equal(2, Lifecycle.Service["desiredCount"]!.GetValue<int>());
        Assert.Equal("DISABLED", network["assignPublicIp"].Text());
        Assert.Equal(2, network["subnets"]!.AsArray().Count);
    }

    [SkippableFact]
    public void Tasks_AllowTheLoadBalancersSecurityGroup()
    {
        var rule = Lifecycle.SecurityGroupRules.Ingress().Single(rule => rule.Value("fromPort") == "8080");

        Assert.Equal(Lifecycle.Service["networkConfiguration"]!["awsvpcConfiguration"]!["securityGroups"]![0].Text(), rule.Element("groupId")!.Value);
        Assert.Equal(Lifecycle.LoadBalancer.Descendants("SecurityGroups").Elements("member").Single().Value, rule.Source());
    }

    [SkippableFact]
    public void Cluster_HasBothCapacityProviders() => Assert.Equal(
        ["FARGATE", "FARGATE_SPOT"],
        Lifecycle.Cluster["capacityProviders"]!.AsArray().Select(provider => provider.Text()).Order(StringComparer.Ordinal));

    [SkippableFact]
    public void Repository_HasImmutableTags()
    {
        Assert.Equal("IMMUTABLE", Lifecycle.Repository["imageTagMutability"].Text());
        Assert.True(Lifecycle.Repository["imageScanningConfiguration"]!["scanOnPush"]!.GetValue<bool>());
    }

    private static XElement RuleOf(XElement rules) =>
        rules.Descendants("Rules").Elements("member").Single(rule => rule.Value("IsDefault") == "false");

    private static string HostOf(XElement rule) => rule.Descendants("HostHeaderConfig").Elements("Values").Elements("member").Single().Value;
}
