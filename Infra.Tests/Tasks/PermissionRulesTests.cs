using Infra.Tests.Support;

namespace Infra.Tests.Tasks;

public sealed class PermissionRulesTests
{
    [Theory]
    [InlineData("*")]
    [InlineData("arn:aws:s3:::exports")]
    [InlineData("arn:aws:s3:::exports/*")]
    [InlineData("arn:aws:s3:eu-central-1:123456789012:accesspoint/exports")]
    [InlineData("arn:aws:iam::123456789012:role/worker")]
    [InlineData("arn:aws:iam::aws:policy/ReadOnlyAccess")]
    [InlineData("arn:aws:route53:::hostedzone/Z0123")]
    [InlineData("arn:aws:dynamodb:${aws.region}:${aws.accountId}:table/orders")]
    [InlineData("arn:aws:sqs:*:*:orders")]
    [InlineData("arn:*:sqs:eu-*:1234*:orders")]
    [InlineData("arn:aws:logs:eu-west-1:123456789012:log-group:/shop:*")]
    [InlineData("arn:aws:newservice:::thing")]
    public void Resource_CompleteArn_IsAccepted(string resource) => Assert.Empty(Of(resource));

    [Theory]
    [InlineData("arn:aws:s3::exports/*", "is missing a colon; use arn:aws:s3:::exports/*")]
    [InlineData("arn:aws:s3", "is not a complete ARN: arn:partition:service:region:account:resource")]
    [InlineData("arn:aws:sqs:orders", "is not a complete ARN: arn:partition:service:region:account:resource")]
    [InlineData("arn:aws:s3:::", "is not a complete ARN: arn:partition:service:region:account:resource")]
    [InlineData("arn:aws::::orders", "has no service")]
    [InlineData("arn:aws-cn:s3:::exports", "is in the partition aws-cn, but aws:region eu-central-1 is in aws")]
    [InlineData("arn:awss:s3:::exports", "is in the partition awss, but aws:region eu-central-1 is in aws")]
    [InlineData("arn:aws:s3:eu-central-1::exports", "has a region or an account, but ARNs of S3 buckets have neither; use arn:aws:s3:::exports")]
    [InlineData("arn:aws:s3::123456789012:exports", "has a region or an account, but ARNs of S3 buckets have neither; use arn:aws:s3:::exports")]
    [InlineData("arn:aws:iam:eu-central-1:123456789012:role/worker", "has a region, but ARNs of iam have none")]
    [InlineData("arn:aws:route53::123456789012:hostedzone/Z0123", "has an account, but ARNs of route53 have none")]
    [InlineData("arn:aws:sqs::123456789012:orders", "has no region; use ${aws.region} or *")]
    [InlineData("arn:aws:sqs:eu-central-1::orders", "has no account; use ${aws.accountId} or *")]
    [InlineData("arn:aws:sqs:eu-centrl-1:123456789012:orders", "has an invalid region: \"eu-centrl-1\" does not exist; did you mean eu-central-1?")]
    [InlineData("arn:aws:sqs:eu-central-1:1234:orders", "has the account \"1234\"; account IDs have 12 digits")]
    public void Resource_InvalidArn_IsRefused(string resource, string problem) =>
        Assert.Equal([$"app:service.permissions[0].resources[0]: {resource} {problem}"], Of(resource));

    [Fact]
    public void Action_OfUnknownService_Warns() => Assert.Equal(
        ["app:jobs.a.permissions[0].actions[0]: quantum is not in the list of services of 2026-09-23; make sure that quantum:Leap exists"],
        Warnings.Of(("jobs", """{"a":{"permissions":[{"actions":["quantum:Leap"],"resources":["*"]}]}}""")));

    private static IReadOnlyList<string> Of(string resource) =>
        Problems.Of(("service", $$"""{"permissions":[{"actions":["s3:GetObject"],"resources":["{{resource}}"]}]}"""));
}
