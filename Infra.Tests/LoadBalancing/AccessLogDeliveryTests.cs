using Infra.LoadBalancing;

namespace Infra.Tests.LoadBalancing;

public sealed class AccessLogDeliveryTests
{
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
    private static readonly string[] RegionsWithAnAccount =
    [
        "af-south-1", "ap-east-1", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1", "ap-southeast-2",
        "ap-southeast-3", "ca-central-1", "cn-north-1", "cn-northwest-1", "eu-central-1", "eu-north-1", "eu-south-1", "eu-west-1", "eu-west-2",
        "eu-west-3", "me-south-1", "sa-east-1", "us-east-1", "us-east-2", "us-gov-east-1", "us-gov-west-1", "us-west-1", "us-west-2",
    ];

    [Theory]
    [InlineData("eu-central-1", "arn:aws:iam::054676820928:root")]
    [InlineData("eu-west-1", "arn:aws:iam::156460612806:root")]
    [InlineData("us-east-1", "arn:aws:iam::127311923021:root")]
    [InlineData("us-east-2", "arn:aws:iam::033677994240:root")]
    [InlineData("us-west-2", "arn:aws:iam::797873946194:root")]
    [InlineData("us-gov-west-1", "arn:aws-us-gov:iam::048591011584:root")]
    [InlineData("cn-north-1", "arn:aws-cn:iam::638102146993:root")]
    public void Principal_InOlderRegion_IsItsElbAccount(string region, string principal) =>
        Assert.Equal(new KeyValuePair<string, string>("AWS", principal), Assert.Single(PrincipalsIn(region)));

    [Theory]
    [InlineData("ap-south-2")]
    [InlineData("ap-southeast-4")]
    [InlineData("ap-southeast-5")]
    [InlineData("ca-west-1")]
    [InlineData("eu-central-2")]
    [InlineData("eu-south-2")]
    [InlineData("il-central-1")]
    [InlineData("me-central-1")]
    [InlineData("mx-central-1")]
    public void Principal_InNewerRegion_IsTheLogDeliveryService(string region) => Assert.Equal(
        new KeyValuePair<string, string>("Service", "logdelivery.elasticloadbalancing.amazonaws.com"), Assert.Single(PrincipalsIn(region)));

    [Fact]
    public void Principals_OfOlderRegions_AreDistinct()
    {
        var principals = RegionsWithAnAccount.Select(region => Assert.Single(PrincipalsIn(region))).ToList();

        Assert.Equal(26, principals.Distinct().Count());
        Assert.All(principals, principal => Assert.Matches("^arn:aws(-cn|-us-gov)?:iam::[0-9]{12}:root$", principal.Value));
    }

    [Fact]
    public void Statement_AllowsLogsOfThisAccountOnly()
    {
        var statement = AccessLogDelivery.Statement("eu-central-1", "123456789012", "arn:aws:s3:::logs");

        Assert.Equal("Allow", statement.Effect);
        Assert.Equal(["s3:PutObject"], statement.Actions);
        Assert.Equal(["arn:aws:s3:::logs/AWSLogs/123456789012/*"], statement.Resources);
    }

    private static IReadOnlyDictionary<string, string> PrincipalsIn(string region) =>
        AccessLogDelivery.Statement(region, "123456789012", "arn:aws:s3:::logs").Principals;
}
