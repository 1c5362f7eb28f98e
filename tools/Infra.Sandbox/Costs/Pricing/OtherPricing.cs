using System.Text.Json;
using Infra.Sandbox.Costs.Usage;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Costs.Pricing;

/// <summary>Secrets, keys, queues, zones, web ACLs and sign-in.</summary>
internal static class OtherPricing
{
    private const string DeadLetterQueue = "infra:index:DeadLetterQueue";
    private const string ServiceType = "aws:ecs/service:Service";
    private const decimal Million = 1_000_000;

    /// <summary>https://aws.amazon.com/secrets-manager/pricing/</summary>
    public static IEnumerable<CostItem> Secret(ResourceNode node, CostContext context) =>
        [context.Item(node, "secrets", Estimate.Fixed(1), "secret", "secret.month")];

    /// <summary>https://aws.amazon.com/kms/pricing/</summary>
    public static IEnumerable<CostItem> Key(ResourceNode node, CostContext context) =>
        [context.Item(node, "KMS keys", Estimate.Fixed(1), "key", "kms.key.month")];

    /// <summary>Dead-letter queues have next to no requests. https://aws.amazon.com/sqs/pricing/</summary>
    public static IEnumerable<CostItem> Queue(ResourceNode node, CostContext context)
    {
        var isForFailures = node.Parent is { Type: DeadLetterQueue } || node.Key.Name.EndsWith("_dead", StringComparison.Ordinal);
        return isForFailures ? [] :
            [context.Item(node, "queue requests", context.Use(costs => costs.QueueRequestsPerMonth) * (1 / Million), "million", "sqs.million")];
    }

    /// <summary>https://aws.amazon.com/route53/pricing/</summary>
    public static IEnumerable<CostItem> Namespace(ResourceNode node, CostContext context) =>
        [context.Item(node, "private hosted zones", Estimate.Fixed(1), "zone", "route53.zone.month")];

    /// <summary>Each task that registers under the name. https://aws.amazon.com/cloud-map/pricing/</summary>
    public static IEnumerable<CostItem> DiscoveryService(ResourceNode node, CostContext context)
    {
        var tasks = context.All(ServiceType)
            .Where(service => service.Inputs.Map("serviceRegistries").Reference("registryArn") == node.Key)
            .Select(service => TaskLoad.Of(service, context).Average);
        return [context.Item(node, "tasks registered in Cloud Map", Estimate.Sum(tasks), "task", "cloudMap.resource.month")];
    }

    /// <summary>https://aws.amazon.com/waf/pricing/</summary>
    public static IEnumerable<CostItem> WebAcl(ResourceNode node, CostContext context) =>
    [
        context.Item(node, "web ACLs", Estimate.Fixed(1), "web ACL", "waf.acl.month"),
        context.Item(node, "rules of web ACLs", Estimate.Fixed(RulesIn(node)), "rule", "waf.rule.month"),
        context.Item(
            node, "requests inspected", context.Use(costs => costs.RequestsPerMonth) * (1 / Million), "million", "waf.million"),
    ];

    private static int RulesIn(ResourceNode node)
    {
        using var rules = JsonDocument.Parse(node.Inputs.Text("ruleJson") ?? "[]");
        return rules.RootElement.GetArrayLength();
    }
}
