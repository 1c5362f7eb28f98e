using Infra.Sandbox.Permissions.Recordings;

namespace Infra.Sandbox.Tests.Permissions.Recordings;

public sealed class ApiCallTests
{
    [Fact]
    public void QueryProtocol_ActionIsInTheForm()
    {
        var call = ApiCall.Of(Request("POST", "/", "monitoring") with { Body = "Action=PutMetricAlarm&AlarmName=shop-dev%2Fcpu&Tags.member.1.Key=Application" });

        Assert.Equal(("cloudwatch", "PutMetricAlarm"), (call.Service, Assert.Single(call.Operations)));
        Assert.Contains(new ApiArgument("AlarmName", "shop-dev/cpu"), call.Arguments);
        Assert.True(call.HasTags);
    }

    [Fact]
    public void JsonProtocol_OperationIsInTheHeader()
    {
        var call = ApiCall.Of(Request("POST", "/", "ecs") with
        {
            Target = "AmazonEC2ContainerServiceV20141113.DescribeServices",
            Body = """{"cluster":"shop-dev","services":["shop","shop-worker"],"tags":[{"key":"Team"}]}""",
        });

        Assert.Equal("DescribeServices", Assert.Single(call.Operations));
        Assert.Equal(
            "cluster=shop-dev services=shop services=shop-worker tags.key=Team", string.Join(' ', call.Arguments.Select(argument => $"{argument.Name}={argument.Value}")));
        Assert.False(call.HasTags);
    }

    [Theory]
    [InlineData("s3", "HEAD", "/shop-files", "ListBucket")]
    [InlineData("s3", "GET", "/shop-files?encryption=", "GetEncryptionConfiguration")]
    [InlineData("s3", "DELETE", "/shop-files?lifecycle=", "PutLifecycleConfiguration")]
    [InlineData("s3", "DELETE", "/shop-files", "DeleteBucket")]
    [InlineData("s3", "POST", "/shop-files?delete=", "DeleteObject DeleteObjectVersion")]
    [InlineData("route53", "POST", "/2013-04-01/hostedzone/Z123/rrset", "ChangeResourceRecordSets")]
    [InlineData("route53", "GET", "/2013-04-01/hostedzone/Z123", "GetHostedZone")]
    [InlineData("elasticfilesystem", "GET", "/2015-02-01/mount-targets?FileSystemId=fs-1", "DescribeMountTargets")]
    [InlineData("scheduler", "DELETE", "/schedules/shop-job?groupName=default", "DeleteSchedule")]
    [InlineData("pipes", "GET", "/tags/arn%3Aaws%3Apipes%3Aeu-central-1%3A123456789012%3Apipe%2Fshop", "ListTagsForResource")]
    [InlineData("pipes", "GET", "/tags/arn:aws:pipes:eu-central-1:123456789012:pipe/shop", "ListTagsForResource")]
    public void RestProtocol_ActionsFollowFromMethodAndPath(string service, string method, string path, string actions) =>
        Assert.Equal(actions, string.Join(' ', ApiCall.Of(Request(method, path, service)).Operations));

    [Fact]
    public void UnknownPath_IsNamedWithTheFileToEdit() => Assert.Equal(
        "s3 has no route for PATCH /shop-files; add it to Permissions/Facts/rest-routes.txt",
        Assert.Throws<UnknownCallException>(() => ApiCall.Of(Request("PATCH", "/shop-files", "s3"))).Message);

    private static RecordedRequest Request(string method, string path, string service) =>
        new() { Method = method, Path = path, Service = service, Body = "" };
}
