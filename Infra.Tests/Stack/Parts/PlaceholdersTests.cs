using Infra.Tests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Stack.Parts;

public class PlaceholdersTests
{
    [Theory]
    [InlineData("aws.region", "eu-central-1")]
    [InlineData("aws.accountId", "123456789012")]
    [InlineData("cluster.name", "shop-dev")]
    [InlineData("service.name", "shop")]
    [InlineData("service.host", "shop.example.com")]
    [InlineData("service.url", "https://shop.example.com")]
    [InlineData("service.arn", "arn:aws:ecs:eu-central-1:123456789012:service/shop-dev/shop")]
    [InlineData("database.host", "shop-database.rds.amazonaws.com")]
    [InlineData("database.port", "5432")]
    [InlineData("database.name", "orders")]
    [InlineData("database.username", "keeper")]
    [InlineData("bucket.results", "shop-buckets-results-bucket")]
    public async Task Render_Name_IsWhatItStandsFor(string name, string value) => Assert.Equal(value, await Render($"${{{name}}}"));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("s3://${bucket.results}/${aws.region}", "s3://shop-buckets-results-bucket/eu-central-1")]
    [InlineData("${aws.region}-${aws.region}", "eu-central-1-eu-central-1")]
    [InlineData("$${literal}", "${literal}")]
    public async Task Render_Text_KeepsWhatIsNoName(string text, string value) => Assert.Equal(value, await Render(text));

    [Fact]
    public async Task Render_Discovery_IsTheNameOfAServiceInTheNamespace()
    {
        Output<string>? text = null;
        await TestParts.Run(
            TestConfigs.With(
                ("cluster", """{"containerInsights":"disabled","namespace":"shop.internal"}"""),
                ("services", """{"admin":{"image":"admin:1","discoveryName":"back-office"}}""")),
            parts => text = parts.Parts.Placeholders.Render("http://${discovery.back-office}:3000"));

        Assert.Equal("http://back-office.shop.internal:3000", await OutputUtilities.GetValueAsync(text!));
    }

    [Fact]
    public async Task Render_WithoutDomain_IsTheLoadBalancersOwnAddress()
    {
        Output<string>? text = null;
        await Run(isFull: false, placeholders => text = placeholders.Render("${service.host} ${service.url}"));

        Assert.Equal("shop-lb.elb.amazonaws.com http://shop-lb.elb.amazonaws.com", await OutputUtilities.GetValueAsync(text!));
    }

    private static async Task<string> Render(string text)
    {
        Output<string>? rendered = null;
        await Run(isFull: true, placeholders => rendered = placeholders.Render(text));
        return await OutputUtilities.GetValueAsync(rendered!);
    }

    private static Task<StackRun> Run(bool isFull, Action<Placeholders> use)
    {
        var config = isFull
            ? TestConfigs.With(("domain", Blocks.Domain), ("database", Blocks.Database), ("buckets", $$"""{"results":{{Blocks.Bucket}}}"""))
            : TestConfigs.Minimal;
        return TestParts.Run(config, parts => use(parts.Parts.Placeholders));
    }
}
