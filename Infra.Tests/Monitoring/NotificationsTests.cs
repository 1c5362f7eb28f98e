using Infra.Monitoring;
using Infra.Tests.Support;

namespace Infra.Tests.Monitoring;

public class NotificationsTests
{
    [Fact]
    public async Task Topic_WithoutACustomerKey_IsNotEncrypted()
    {
        var run = await Run(["ops@example.com"]);

        ResourceAssert.Kinds(run, "Topic", "TopicPolicy", "TopicSubscription");
        ResourceAssert.Inputs("{}", run.Find<Sns.Topic>("shop-notifications"));
    }

    [Fact]
    public async Task TopicPolicy_AllowsAlarmsAndEventsAndDeniesAccessWithoutTls()
    {
        var policy = (await Run(["ops@example.com"])).Single<Sns.TopicPolicy>();

        Assert.Equal("arn:Topic:shop-notifications", policy["arn"]);
        ResourceAssert.Json(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {"Effect": "Deny", "Principal": "*", "Action": ["sns:Publish"], "Resource": ["arn:Topic:shop-notifications"],
                 "Condition": {"Bool": {"aws:SecureTransport": "false"}}},
                {"Effect": "Allow", "Principal": {"Service": "cloudwatch.amazonaws.com"}, "Action": ["sns:Publish"],
                 "Resource": ["arn:Topic:shop-notifications"], "Condition": {"StringEquals": {"aws:SourceAccount": "123456789012"}}},
                {"Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"}, "Action": ["sns:Publish"],
                 "Resource": ["arn:Topic:shop-notifications"]}
              ]
            }
            """,
            policy.Json("policy"));
    }

    [Fact]
    public async Task Subscription_IsNamedAfterItsAddress()
    {
        var run = await Run(["ops@example.com", "dev@example.com"]);

        Assert.Equal(
            ["shop-notifications-dev@example.com", "shop-notifications-ops@example.com"],
            run.All<Sns.TopicSubscription>().Select(subscription => subscription.Name).Order(StringComparer.Ordinal));
        ResourceAssert.Inputs(
            """{"topic":"arn:Topic:shop-notifications","protocol":"email","endpoint":"dev@example.com"}""",
            run.Find<Sns.TopicSubscription>("shop-notifications-dev@example.com"));
    }

    internal static Notifications Create(StackContext context, params IReadOnlyList<string> emails) =>
        new("shop-notifications", new NotificationsArgs { Context = context, Config = new NotificationsConfig { Emails = emails } });

    private static Task<StackRun> Run(IReadOnlyList<string> emails) => StackRun.OfComponent(context => Create(context, emails));
}
