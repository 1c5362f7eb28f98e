using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Infra.Tests.Support;

namespace Infra.Tests.Stack.Quotas;

/// <summary>The sums of the plan, counted on the resources of an evaluated stack.</summary>
internal static partial class MeasuredSums
{
    public static IReadOnlyDictionary<AwsQuota, Func<StackRun, IEnumerable<int>>> All { get; } = new Dictionary<AwsQuota, Func<StackRun, IEnumerable<int>>>
    {
        [AwsQuotas.TargetGroupsOfService] = run => run.All<Ecs.Service>().Select(service => service.List("loadBalancers").Length),
        [AwsQuotas.TargetGroupsOfLoadBalancer] = run => [run.All<Lb.TargetGroup>().Count(group => group["protocol"] is "HTTP")],
        [AwsQuotas.RulesOfLoadBalancer] = run => [run.All<Lb.ListenerRule>().Count],
        [AwsQuotas.ListenersOfNetworkLoadBalancer] = run => [run.All<Lb.Listener>().Count(listener => listener["protocol"] is "TCP")],
        [AwsQuotas.WildcardsOfListenerRule] = run => run.All<Lb.ListenerRule>()
            .Where(rule => rule["actions[0].type"] is not "redirect")
            .Select(rule => string.Concat(ConditionValues(rule)).Count(character => character is '*' or '?')),
        [AwsQuotas.NamesOfCertificate] = run => run.All<Acm.Certificate>().Select(certificate => certificate.List("subjectAlternativeNames").Length),
        [AwsQuotas.CallbacksOfUserPoolClient] = run => run.All<Cognito.UserPoolClient>().Select(client => client.List("callbackUrls").Length),
        [AwsQuotas.RulesOfSecurityGroup] = RulesOfGroups,
        [AwsQuotas.InterfaceEndpointsOfVpc] = run => [run.All<Ec2.VpcEndpoint>().Count(endpoint => endpoint["vpcEndpointType"] is "Interface")],
        [AwsQuotas.SubnetsOfDatabase] = run => OnlyInAnExistingNetwork(run, run.All<Rds.SubnetGroup>().Select(group => group.List("subnetIds").Length)),
        [AwsQuotas.CapacityProvidersOfCluster] = run => [run.Single<Ecs.ClusterCapacityProviders>().List("capacityProviders").Length],
        [AwsQuotas.PoliciesOfScaling] = run => run.All<AppAutoScaling.Policy>().GroupBy(policy => policy["resourceId"]).Select(group => group.Count()),
        [AwsQuotas.EventRules] = run => [run.All<CloudWatch.EventRule>().Count],
        [AwsQuotas.MetricsOfGraph] = LinesOfGraphs,
        [AwsQuotas.BytesOfTaskDefinition] = run => run.All<Ecs.TaskDefinition>()
            .Where(definition => !definition.Name.EndsWith("-migration", StringComparison.Ordinal))
            .Select(definition => Encoding.UTF8.GetByteCount(LikeAws((string)definition["containerDefinitions"]!))),
        [AwsQuotas.CharactersOfRolePolicy] = run => run.All<AwsIam.RolePolicy>()
            .Where(policy => policy.Name.EndsWith("-task-app", StringComparison.Ordinal) || policy.Name.EndsWith("-task-execution", StringComparison.Ordinal))
            .Select(policy => LikeAws((string)policy["policy"]!).Length),
    };

    /// <summary>Names and ARNs as long as those of AWS, where the tests have shorter ones.</summary>
    private static string LikeAws(string text) => Mocked().Replace(text, match => (match.Groups["kind"].Value, match.Groups["name"].Value) switch
    {
        ("Bucket", var name) => $"arn:aws:s3:::{name}-0123456",
        ("Queue", var name) => $"arn:aws:sqs:eu-central-1:123456789012:{name}-0123456",
        ("Secret", var name) => $"arn:aws:secretsmanager:eu-central-1:123456789012:secret:{name}-0123456-AbCdEf",
        ("FileSystem", _) => "arn:aws:elasticfilesystem:eu-central-1:123456789012:file-system/fs-0123456789abcdef0",
        ("AccessPoint", _) => "arn:aws:elasticfilesystem:eu-central-1:123456789012:access-point/fsap-0123456789abcdef0",
        ("LogGroup", var name) => $"arn:aws:logs:eu-central-1:123456789012:log-group:/ecs/{name}",
        (var kind, var name) => $"arn:aws:ecs:eu-central-1:123456789012:{kind}/{name}",
    });

    private static List<string> ConditionValues(RegisteredResource rule) =>
    [
        .. rule.List("conditions").Cast<ImmutableDictionary<string, object>>()
            .SelectMany(condition => condition.Values.Cast<ImmutableDictionary<string, object>>())
            .SelectMany(values => (ImmutableArray<object>)values["values"])
            .Cast<string>(),
    ];

    private static IEnumerable<int> RulesOfGroups(StackRun run)
    {
        foreach (var group in run.All<Ec2.SecurityGroup>())
        {
            yield return Count(run.All<Vpc.SecurityGroupIngressRule>());
            yield return Count(run.All<Vpc.SecurityGroupEgressRule>());

            int Count(IReadOnlyList<RegisteredResource> rules)
            {
                var own = rules.Where(rule => rule["securityGroupId"] is string id && id == $"SecurityGroup:{group.Name}").ToList();
                return Math.Max(own.Count(rule => !rule.Has("cidrIpv6")), own.Count(rule => !rule.Has("cidrIpv4")));
            }
        }
    }

    private static IEnumerable<int> LinesOfGraphs(StackRun run)
    {
        foreach (var dashboard in run.All<CloudWatch.Dashboard>())
        {
            var widgets = dashboard.Json("dashboardBody")["widgets"]!.AsArray();
            yield return Lines("AWS/ECS");
            yield return Lines("AWS/SQS");

            int Lines(string @namespace) => widgets
                .Select(widget => widget!["properties"]!["metrics"]!.AsArray())
                .Where(metrics => (string?)metrics[0]![0] == @namespace)
                .Select(metrics => metrics.Count)
                .DefaultIfEmpty(0)
                .Max();
        }
    }

    private static IEnumerable<int> OnlyInAnExistingNetwork(StackRun run, IEnumerable<int> counts) => run.All<AwsxEc2.Vpc>().Count == 0 ? counts : [];

    [GeneratedRegex("arn:(?<kind>[A-Z][A-Za-z]+):(?<name>[A-Za-z0-9_./-]+)")]
    private static partial Regex Mocked();
}
