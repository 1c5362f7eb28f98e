using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>The values that the parts of a whole stack hand to each other.</summary>
public class WiringTests
{
    [Theory]
    [InlineData("dev", "valid:arn:Certificate:dekart-certificate")]
    [InlineData("web", "valid:arn:Certificate:shop-certificate")]
    [InlineData("existing", "arn:aws:acm:eu-central-1:123456789012:certificate/0a1b")]
    public async Task HttpsListener_Certificate_IsTheValidatedOrTheGivenOne(string stack, string certificate)
    {
        var run = await KnownStacks.Run(stack);

        Assert.Equal(certificate, run.Find<Lb.Listener>($"{KnownStacks.Config(stack).Name}-lb-https")["certificateArn"]);
    }

    [Theory]
    [InlineData("minimal", "hello-lb-http")]
    [InlineData("web", "shop-lb-https")]
    [InlineData("prod", "dekart-lb-https")]
    public async Task Rules_OfAStack_OpenTheListenerThatServes(string stack, string listener)
    {
        var rules = (await KnownStacks.Run(stack)).All<Lb.ListenerRule>();

        ResourceAssert.Every(rules, rule => Assert.Equal($"arn:Listener:{listener}", rule["listenerArn"]));
    }

    [Fact]
    public async Task SignIn_OfAStack_GuardsEverythingButPublicPaths()
    {
        var run = await KnownStacks.Run("web");

        Assert.Equal("arn:UserPool:shop-users", run.Find<Lb.ListenerRule>("shop-rules-50000")["actions[0].authenticateCognito.userPoolArn"]);
        Assert.Equal(["/webhooks/*"], run.Find<Lb.ListenerRule>("shop-rules-49999").Strings("conditions[0].pathPattern.values"));
        Assert.Equal(
            ["https://shop.example.com/oauth2/idpresponse", "https://www.example.com/oauth2/idpresponse"],
            run.Single<Cognito.UserPoolClient>().Strings("callbackUrls"));
    }

    [Fact]
    public async Task Records_OfADualStack_ReachEveryNameOverBothFamilies()
    {
        var aliases = (await KnownStacks.Run("web")).All<Route53.Record>().Where(record => record.Has("aliases")).ToList();

        Assert.Equal(6, aliases.Count);
        Assert.All(aliases, alias => Assert.Equal("zone-of-example.com", alias["zoneId"]));
        Assert.Equal(3, aliases.Count(alias => (string)alias["type"]! == "AAAA"));
    }

    [Fact]
    public async Task Container_OfAFullStack_IsToldWhatTheStackMade() => ResourceAssert.Json(
        """
        [
          {"name": "BUCKET", "value": "s3://shop-buckets-results-bucket"},
          {"name": "DATABASE", "value": "keeper@shop-database.rds.amazonaws.com:5432/orders"},
          {"name": "SELF", "value": "arn:aws:ecs:eu-central-1:123456789012:service/shop-storage/shop in shop-storage"},
          {"name": "URL", "value": "http://shop-lb.elb.amazonaws.com"}
        ]
        """,
        (await KnownStacks.Run("storage")).Single<Ecs.TaskDefinition>().Json("containerDefinitions")[0]!["environment"]!);

    [Fact]
    public async Task Container_OfAFullStack_ReadsEverySecretFromItsSource() => ResourceAssert.Json(
        """
        [
          {"name": "DATABASE_URL", "valueFrom": "arn:Secret:shop-database:url::SecretVersion:shop-database"},
          {"name": "EXISTING", "valueFrom": "arn:aws:secretsmanager:eu-central-1:123456789012:secret:shop-AbCdEf:key::"},
          {"name": "GENERATED", "valueFrom": "arn:Secret:shop-task-secrets-GENERATED:::SecretVersion:shop-task-secrets-GENERATED"},
          {"name": "PARAMETER", "valueFrom": "arn:aws:ssm:eu-central-1:123456789012:parameter/shop/parameter"},
          {"name": "STORED", "valueFrom": "arn:Secret:shop-task-secrets-STORED:::SecretVersion:shop-task-secrets-STORED"}
        ]
        """,
        (await KnownStacks.Run("storage")).Single<Ecs.TaskDefinition>().Json("containerDefinitions")[0]!["secrets"]!);

    [Theory]
    [InlineData("web", "shop-rules-49999 shop-rules-50000 shop-task shop-network shop-security shop-endpoints shop-cluster")]
    [InlineData("storage", "shop-rules-50000 shop-task shop-network shop-security shop-database shop-cluster")]
    public async Task Service_OfAStack_WaitsForAllItsTasksNeed(string stack, string needed) =>
        Assert.Equal(needed, string.Join(' ', await (await KnownStacks.Run(stack)).Single<Ecs.Service>().DependsOn()));

    [Theory]
    [InlineData("minimal", "public", true)]
    [InlineData("storage", "private", false)]
    public async Task Service_Subnets_AreThoseOfItsTier(string stack, string tier, bool isPublic)
    {
        var service = (await KnownStacks.Run(stack)).Single<Ecs.Service>();

        Assert.Equal([$"{tier}-1", $"{tier}-2"], service.Strings("networkConfiguration.subnets"));
        Assert.Equal(isPublic, service["networkConfiguration.assignPublicIp"]);
    }
}
