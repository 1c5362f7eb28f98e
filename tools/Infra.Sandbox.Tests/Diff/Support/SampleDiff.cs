using System.Collections.Immutable;
using Infra.Sandbox.Changes;
using Infra.Sandbox.Diff;
using Infra.Sandbox.Diff.StackFiles;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Tests.Diff.Support;

/// <summary>A difference with every action, several kinds of effects, a secret and a step that fails.</summary>
internal static class SampleDiff
{
    public const string Secret = "hunter2";

    private static readonly Uri Source = new("https://docs.aws.amazon.com/");

    private static readonly ResourceChange TargetGroup = new()
    {
        Action = ChangeAction.Replace,
        Old = Node("aws:lb/targetGroup:TargetGroup", "dekart-tg"),
        New = Node("aws:lb/targetGroup:TargetGroup", "dekart-tg"),
        Properties = [new("port", 8080, 9090, ForcesReplacement: true)],
        DeletesFirst = true,
        Effects = [new(EffectKind.Interruption, "The load balancer answers 503 for 1 to 2 minutes.", Source)],
    };

    private static readonly ResourceChange Database = new()
    {
        Action = ChangeAction.Update,
        Old = Node("aws:rds/instance:Instance", "dekart-database"),
        New = Node("aws:rds/instance:Instance", "dekart-database"),
        Properties = [new("instanceClass", "db.t4g.micro", "db.t4g.small", ForcesReplacement: false)],
        Effects =
        [
            new(EffectKind.Downtime, "The instance is unavailable for a few minutes.", Source),
            new(EffectKind.Cost, "The larger class costs more.", Source),
        ],
    };

    private static readonly ResourceChange Token = new()
    {
        Action = ChangeAction.Update,
        Old = Node("aws:secretsmanager/secretVersion:SecretVersion", "dekart-token"),
        New = Node("aws:secretsmanager/secretVersion:SecretVersion", "dekart-token"),
        Properties = [new("secretString", new PropertyValue.Secret(Secret), new PropertyValue.Secret(Secret + "!"), ForcesReplacement: false)],
    };

    private static readonly ResourceChange TaskDefinition = new()
    {
        Action = ChangeAction.Replace,
        Old = Node("aws:ecs/taskDefinition:TaskDefinition", "dekart-task"),
        New = Node("aws:ecs/taskDefinition:TaskDefinition", "dekart-task"),
        Properties =
        [
            new("containerDefinitions[dekart].environment.POOL", null, "20", ForcesReplacement: true),
            new("containerDefinitions[dekart].portMappings[0].containerPort", 8080, 9090, ForcesReplacement: true),
        ],
    };

    private static readonly ResourceChange Rule = new()
    {
        Action = ChangeAction.Create,
        New = Node("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "dekart-service-9090"),
    };

    private static readonly ResourceChange Bucket = new()
    {
        Action = ChangeAction.Delete,
        Old = Node("aws:s3/bucket:Bucket", "dekart-old"),
        Effects = [new(EffectKind.DataLoss, "The bucket is deleted with its objects.", Source)],
    };

    private static readonly UpdateStep FirstStep = new(1, StepKind.DeleteReplaced, TargetGroup);

    public static StackDiff Create() => new()
    {
        Stack = "dev",
        From = "HEAD:Pulumi.dev.yaml",
        To = "Pulumi.dev.yaml",
        Keys =
        [
            new("app:buckets.old", PropertyValue.Map.Of([KeyValuePair.Create<string, PropertyValue>("versioning", false)]), null),
            new("app:database.instanceClass", "db.t4g.micro", "db.t4g.small"),
            new("app:service.containerPort", 8080, 9090),
            new("app:service.environment.POOL", null, "20"),
            new("app:service.exec", true, false),
            new("app:token", new PropertyValue.Secret(Secret), new PropertyValue.Secret(Secret + "!")),
        ],
        Plan = new UpdatePlan
        {
            Changes = [TargetGroup, Database, Token, TaskDefinition, Rule, Bucket],
            Steps =
            [
                FirstStep,
                new(2, StepKind.CreateReplacement, TargetGroup),
                new(3, StepKind.Update, Database),
                new(4, StepKind.Update, Token),
                new(5, StepKind.CreateReplacement, TaskDefinition),
                new(6, StepKind.Create, Rule),
                new(7, StepKind.DeleteReplaced, TaskDefinition),
                new(8, StepKind.Delete, Bucket),
            ],
            Ignored = [new(Rule.Key, "description", "The provider ignores it.")],
            Problems = [new(FirstStep, "ResourceInUse: the target group is used by a listener.", "Change the port in two updates.")],
            Duration = TimeSpan.FromMinutes(8),
        },
        Attribution = new Attribution(
            new Dictionary<ResourceKey, ImmutableArray<string>>
            {
                [TargetGroup.Key] = ["app:service.containerPort"],
                [Database.Key] = ["app:database.instanceClass"],
                [Token.Key] = ["app:token"],
                [TaskDefinition.Key] = ["app:service.containerPort", "app:service.environment.POOL"],
                [Rule.Key] = ["app:service.containerPort"],
                [Bucket.Key] = ["app:buckets.old"],
            }.ToImmutableDictionary()),
    };

    /// <summary>A difference with nothing in it.</summary>
    public static StackDiff Empty() => Create() with
    {
        Keys = [],
        Plan = new UpdatePlan { Changes = [], Steps = [], Problems = [], Duration = TimeSpan.Zero },
    };

    /// <summary>A difference with other changes, which no keys are known for.</summary>
    public static StackDiff Of(params ImmutableArray<ResourceChange> changes) => Create() with
    {
        Keys = [],
        Plan = new UpdatePlan
        {
            Changes = changes,
            Steps = [.. changes.Select((change, index) => new UpdateStep(index + 1, StepKind.Update, change))],
            Problems = [],
            Duration = TimeSpan.FromMinutes(8),
        },
        Attribution = Attribution.Unknown("The changes are not sorted by key, because more than 10 keys differ."),
    };

    public static ResourceNode Node(string type, string name) => new() { Key = new ResourceKey(type, name), Parent = null };
}
