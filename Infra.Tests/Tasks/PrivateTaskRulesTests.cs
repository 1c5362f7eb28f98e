using Infra.Tests.Support;

namespace Infra.Tests.Tasks;

public sealed class PrivateTaskRulesTests
{
    private const string EcrImage = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop:1";
    private const string NoRoute = "private tasks have no route to AWS services with network.natGateways none; set it to single or onePerZone, ";

    [Theory]
    [InlineData("single")]
    [InlineData("onePerZone")]
    public void PrivateTasks_WithNatGateway_AreAccepted(string natGateways) =>
        Assert.Empty(Problems.Of(("network", $$"""{"natGateways":"{{natGateways}}"}"""), ("service", """{"subnets":"private"}""")));

    [Fact]
    public void PublicTasks_WithoutNatGateway_AreAccepted() => Assert.Empty(Problems.Of(("service", """{"subnets":"public"}""")));

    [Theory]
    [InlineData("\"ecr.api\",\"ecr.dkr\",\"logs\"", "{}")]
    [InlineData("\"ecr.api\",\"ecr.dkr\",\"logs\",\"ssm\"", """{"TOKEN":{"ssmParameter":"/shop/token"}}""")]
    [InlineData("\"ecr.api\",\"ecr.dkr\",\"logs\",\"secretsmanager\"", """{"TOKEN":{"generatedLength":32}}""")]
    public void PrivateTasks_WithAllEndpoints_AreAccepted(string endpoints, string secrets) => Assert.Empty(Of(endpoints, secrets));

    [Theory]
    [InlineData("", "{}", false, "ecr.api, ecr.dkr and logs")]
    [InlineData("\"ecr.dkr\",\"logs\"", "{}", false, "ecr.api")]
    [InlineData("\"ecr.api\",\"ecr.dkr\",\"logs\"", "{}", true, "ssmmessages")]
    [InlineData("\"ecr.api\",\"ecr.dkr\",\"logs\"", """{"TOKEN":{"ssmParameter":"/shop/token"}}""", false, "ssm")]
    [InlineData("\"ecr.api\",\"ecr.dkr\",\"logs\"", """{"A":{"generatedLength":32},"B":{"ssmParameter":"/b"}}""", true,
        "secretsmanager, ssm and ssmmessages")]
    public void PrivateTasks_MissingEndpoints_AreListed(string endpoints, string secrets, bool exec, string missing) => Assert.Equal(
        [$"app:service.subnets: {NoRoute}add {missing} to network.interfaceEndpoints, or use public subnets"],
        Of(endpoints, secrets, exec: exec));

    [Theory]
    [InlineData("", "\"queues\":{\"orders\":\"receive\"}", "sqs")]
    [InlineData("", "\"queues\":{\"orders\":\"send\"},\"peerDiscovery\":true", "sqs and ecs")]
    [InlineData("", "\"peerDiscovery\":true", "ecs")]
    [InlineData(",\"sqs\",\"ecs\"", "\"queues\":{\"orders\":\"sendReceive\"},\"peerDiscovery\":true", null)]
    [InlineData("", "\"queues\":{\"orders\":\"none\"}", null)]
    public void PrivateTasks_WithQueuesOrPeerDiscovery_NeedTheirEndpoints(string endpoints, string task, string? missing) => Assert.Equal(
        missing is null ? [] : [$"app:service.subnets: {NoRoute}add {missing} to network.interfaceEndpoints, or use public subnets"],
        Problems.Of(
            ("network", $$"""{"interfaceEndpoints":["ecr.api","ecr.dkr","logs"{{endpoints}}]}"""),
            ("queues", """{"orders":{}}"""),
            ("service", $$"""{"subnets":"private","image":"{{EcrImage}}",{{task}}}""")));

    [Fact]
    public void PrivateTasks_WithoutS3GatewayEndpoint_AreRefused() => Assert.Equal(
        ["app:service.subnets: private tasks with network.natGateways none need network.s3GatewayEndpoint: image layers come from S3"],
        Of("\"ecr.api\",\"ecr.dkr\",\"logs\"", "{}", s3: false));

    [Theory]
    [InlineData("nginx:1.29")]
    [InlineData("public.ecr.aws/nginx/nginx:1.29")]
    public void Image_OutsideEcr_IsRefused(string image) => Assert.Equal(
        [$"app:service.image: {image} cannot be pulled with network.natGateways none; use an image in Amazon ECR"],
        Of("\"ecr.api\",\"ecr.dkr\",\"logs\"", "{}", image));

    [Fact]
    public void Image_InOtherRegion_IsRefused()
    {
        const string OtherRegion = "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop:1";

        Assert.Equal(
            [$"app:service.image: {OtherRegion} is in us-east-1 and cannot be pulled with network.natGateways none; use an image in aws:region eu-central-1"],
            Of("\"ecr.api\",\"ecr.dkr\",\"logs\"", "{}", OtherRegion));
        Assert.Empty(Problems.Of(
            ("network", """{"natGateways":"single"}"""), ("service", $$"""{"subnets":"private","image":"{{OtherRegion}}"}""")));
    }

    private static IReadOnlyList<string> Of(
        string endpoints, string secrets, string image = EcrImage, bool exec = false, bool s3 = true) => Problems.Of(
        ("network", $$"""{"interfaceEndpoints":[{{endpoints}}],"s3GatewayEndpoint":{{(s3 ? "true" : "false")}}}"""),
        ("service", $$"""{"subnets":"private","image":"{{image}}","exec":{{(exec ? "true" : "false")}},"secrets":{{secrets}}}"""));
}
