using Pulumi;

namespace Infra.Monitoring;

internal sealed record NotificationsArgs
{
    public required StackContext Context { get; init; }

    public required NotificationsConfig Config { get; init; }
}

/// <summary>An SNS topic for alarms and events of this account, with email subscriptions.</summary>
internal sealed class Notifications : ComponentResource
{
    private const string Type = "infra:index:Notifications";

    private readonly string _name;

    public Notifications(string name, NotificationsArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        var (context, config) = (args.Context, args.Config);
        _name = name;
        var topic = CreateTopic(context);
        CreatePolicy(topic, context);
        Subscribe(topic, config.Emails);

        TopicArn = topic.Arn;
        RegisterOutputs();
    }

    [Output("topicArn")]
    public Output<string> TopicArn { get; }

    // Not encrypted without a customer managed key: with the AWS managed key for SNS, neither CloudWatch nor EventBridge can publish.
    // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
    private Sns.Topic CreateTopic(StackContext context) => new(_name, new Sns.TopicArgs { KmsMasterKeyId = context.KmsKeyArn! }, this.Child());

    private void CreatePolicy(Sns.Topic topic, StackContext context) => _ = new Sns.TopicPolicy(
        _name,
        new Sns.TopicPolicyArgs
        {
            Arn = topic.Arn,
            Policy = Output.Tuple(topic.Arn, context.AccountId).Apply(known => TopicPolicy.Json(known.Item1, known.Item2)),
        },
        this.Child());

    private void Subscribe(Sns.Topic topic, IReadOnlyList<string> emails)
    {
        foreach (var email in emails)
        {
            _ = new Sns.TopicSubscription(
                $"{_name}-{email}",
                new Sns.TopicSubscriptionArgs { Topic = topic.Arn, Protocol = "email", Endpoint = email },
                this.Child());
        }
    }
}
