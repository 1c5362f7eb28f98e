using Infra.Sandbox.Graph;
using Infra.Sandbox.Providers;
using Infra.Sandbox.Tests.Providers.Support;
using static Infra.Sandbox.Tests.Terraform.Support.Graphs;

namespace Infra.Sandbox.Tests.Providers;

[Collection(RunningProvider.Collection)]
public sealed class ProviderOracleTests(RunningProvider provider)
{
    private const string TargetGroup = "aws:lb/targetGroup:TargetGroup";
    private const string Queue = "aws:sqs/queue:Queue";
    private const string SecurityGroup = "aws:ec2/securityGroup:SecurityGroup";
    private const string IngressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string LaunchTemplate = "aws:ec2/launchTemplate:LaunchTemplate";

    [SkippableFact]
    public async Task ChangedPort_ReplacesTargetGroup()
    {
        var answer = await AskAsync(Group(8080), Group(9090));

        Assert.Equal(ProviderAction.Replace, answer.Action);
        Assert.Equal(["port"], answer.Changes.ToArray());
        Assert.Equal(["port"], answer.Forcing.ToArray());
    }

    [SkippableFact]
    public async Task ChangedTimeout_UpdatesQueue()
    {
        var answer = await AskAsync(
            Resource(Queue, "jobs", ("visibilityTimeoutSeconds", 30)), Resource(Queue, "jobs", ("visibilityTimeoutSeconds", 60)));

        Assert.Equal(ProviderAction.Update, answer.Action);
        Assert.Equal(["visibility_timeout_seconds"], answer.Changes.ToArray());
        Assert.Empty(answer.Forcing);
    }

    [SkippableFact]
    public async Task UnsetRedrivePolicy_ChangesNothing()
    {
        const string Policy = """{"deadLetterTargetArn":"arn:aws:sqs:eu-central-1:123456789012:dead","maxReceiveCount":5}""";

        var answer = await AskAsync(Resource(Queue, "jobs", ("redrivePolicy", Policy)), Resource(Queue, "jobs"));

        Assert.Equal(ProviderAction.None, answer.Action);
    }

    [SkippableTheory]
    [InlineData(100, (int)ProviderAction.None)]
    [InlineData(0, (int)ProviderAction.Update)]
    public async Task SmallerStorage_ChangesNothingWithAutoscaling(int maximum, int action)
    {
        Assert.Equal((ProviderAction)action, (await AskAsync(Database(50), Database(40))).Action);

        ResourceNode Database(int storage) => Resource(
            "aws:rds/instance:Instance",
            "main",
            ("allocatedStorage", storage),
            ("engine", "postgres"),
            ("instanceClass", "db.t4g.micro"),
            ("maxAllocatedStorage", maximum),
            ("password", "not a secret"),
            ("username", "app"));
    }

    [SkippableFact]
    public async Task InvalidValue_IsRejected()
    {
        var answer = await AskAsync(Group(8080), Group(8080, ("targetType", "container")));

        Assert.Equal(ProviderAction.Reject, answer.Action);
        Assert.Equal(["""expected target_type to be one of ["instance" "ip" "lambda" "alb"], got container"""], answer.Errors.ToArray());
    }

    [SkippableFact]
    public async Task SameQuestion_IsAskedOnce()
    {
        await AskAsync(Group(1000), Group(2000));
        var questions = provider.Oracle.Questions;

        await AskAsync(Group(1000), Group(2000));

        Assert.Equal(questions, provider.Oracle.Questions);
    }

    [SkippableFact]
    public async Task IgnoredChange_IsNone()
    {
        var wanted = Group(9090) with { Settings = new ResourceSettings { IgnoreChanges = ["port"] } };

        Assert.Equal(ProviderAction.None, (await AskAsync(Group(8080), wanted)).Action);
    }

    [SkippableFact]
    public async Task ReplacedSource_ReplacesWhatNamesIt()
    {
        var answers = await provider.Updates.AskAsync(Groups("web"), Groups("front"), CancellationToken.None);

        Assert.Equal(["description"], answers[new ResourceKey(SecurityGroup, "web")].Forcing.ToArray());
        Assert.Equal(["security_group_id"], answers[new ResourceKey(IngressRule, "http")].Forcing.ToArray());

        static ResourceGraph Groups(string description) => Of(
            Resource(SecurityGroup, "web", ("description", description), ("vpcId", "vpc-0123456789abcdef0")),
            Resource(
                IngressRule,
                "http",
                ("securityGroupId", new Symbol(new ResourceKey(SecurityGroup, "web"), "id")),
                ("ipProtocol", "tcp"),
                ("fromPort", 80),
                ("toPort", 80),
                ("cidrIpv4", "10.0.0.0/16")));
    }

    [SkippableFact]
    public async Task UpdatedSource_OnlyChangesItsVolatileOutputs()
    {
        var answers = await provider.Updates.AskAsync(Template("t4g.small"), Template("t4g.medium"), CancellationToken.None);

        Assert.Equal(ProviderAction.Update, answers[new ResourceKey(LaunchTemplate, "main")].Action);
        Assert.Equal(["launch_template"], answers[new ResourceKey("aws:autoscaling/group:Group", "main")].Changes.ToArray());

        static ResourceGraph Template(string instanceType) => Of(
            Resource(LaunchTemplate, "main", ("instanceType", instanceType), ("updateDefaultVersion", true)),
            Resource(
                "aws:autoscaling/group:Group",
                "main",
                ("maxSize", 2),
                ("minSize", 1),
                ("vpcZoneIdentifiers", List("subnet-0123456789abcdef0")),
                ("launchTemplate", Map(
                    ("id", new Symbol(new ResourceKey(LaunchTemplate, "main"), "id")),
                    ("version", new Symbol(new ResourceKey(LaunchTemplate, "main"), "latestVersion"))))));
    }

    [SkippableFact]
    public async Task NewAndUnwantedResources_AreCreatedAndDeleted()
    {
        var answers = await provider.Updates.AskAsync(
            Of(Resource(Queue, "old"), Resource(Queue, "same")), Of(Resource(Queue, "same"), Resource(Queue, "new")), CancellationToken.None);

        Assert.Equal(
            [("new", ProviderAction.Create), ("old", ProviderAction.Delete), ("same", ProviderAction.None)],
            answers.Select(answer => (answer.Key.Name, answer.Value.Action)).Order());
    }

    [SkippableTheory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task EveryShippedResource_SettlesWithSampleValues(string stack)
    {
        var graph = await ShippedGraphs.OfStackAsync(stack);
        var doubts = new List<string>();
        foreach (var resource in graph.Resources.Where(resource => !resource.IsComponent && provider.Configs.Knows(resource.Key.Type)))
        {
            var config = provider.Configs.Translate(resource, provider.Samples.Of);
            doubts.AddRange((await provider.Oracle.DoubtsAsync(config, CancellationToken.None)).Select(doubt => $"{resource.Key}: {doubt}"));
        }

        Assert.Equal([], doubts);
    }

    private static ResourceNode Group(int port, params (string Key, PropertyValue Value)[] others)
    {
        var group = Resource(TargetGroup, "web", ("port", port), ("protocol", "HTTP"), ("targetType", "ip"), ("vpcId", "vpc-0123456789abcdef0"));
        return group with { Inputs = group.Inputs.With(Map(others)) };
    }

    private async Task<ProviderAnswer> AskAsync(ResourceNode old, ResourceNode wanted) =>
        (await provider.Updates.AskAsync(Of(old), Of(wanted), CancellationToken.None))[old.Key];
}
