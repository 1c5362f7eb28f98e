using System.Text.Json.Nodes;
using Infra.Tests.Sandbox.Deployments.Support;

namespace Infra.Tests.Sandbox.Deployments.Cycle;

/// <summary>Finds what an emulator still holds of a stack.</summary>
internal static class Leftovers
{
    private const StringComparison Exactly = StringComparison.Ordinal;

    // It keeps what is deleted, as AWS does, and only calls it inactive; so it is asked differently.
    private const string Ecs = "AmazonEC2ContainerServiceV20141113";

    /// <summary>The resources by whatever names them.</summary>
    public static async Task<string[]> OfAsync(EmulatorProbe probe)
    {
        var tagged = await probe.CallAsync(
            "tagging", "ResourceGroupsTaggingAPI_20170126.GetResources", """{ "TagFilters": [{ "Key": "Stack", "Values": ["dev"] }] }""");
        var taskDefinitions = await probe.CallAsync("ecs", $"{Ecs}.ListTaskDefinitions", """{ "status": "ACTIVE" }""");
        var clusters = await probe.CallAsync("ecs", $"{Ecs}.DescribeClusters", """{ "clusters": ["dekart-dev"] }""");
        var roles = await probe.QueryAsync("iam", "2010-05-08", "ListRoles");
        var listeners = await probe.QueryAsync("elasticloadbalancing", "2015-12-01", "DescribeLoadBalancers");
        var databases = await probe.QueryAsync("rds", "2014-10-31", "DescribeDBInstances");
        var addresses = await probe.QueryAsync("ec2", "2016-11-15", "DescribeAddresses");
        return
        [
            .. Texts(tagged["ResourceTagMappingList"], resource => resource["ResourceARN"]).Where(arn => !arn.StartsWith("arn:aws:ecs:", Exactly)),
            .. Texts(taskDefinitions["taskDefinitionArns"], arn => arn),
            .. Texts(clusters["clusters"], cluster => cluster["status"]).Where(status => status != "INACTIVE"),
            .. roles.Descendants("RoleName").Select(role => role.Value).Where(role => role.StartsWith("dekart", Exactly)),
            .. listeners.Descendants("LoadBalancerArn").Select(arn => arn.Value),
            .. databases.Descendants("DBInstanceIdentifier").Select(name => name.Value),
            .. addresses.Descendants("publicIp").Select(address => address.Value),
        ];
    }

    private static IEnumerable<string> Texts(JsonNode? list, Func<JsonNode, JsonNode?> read) =>
        list!.AsArray().Select(item => read(item!)!.GetValue<string>());
}
