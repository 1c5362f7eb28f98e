using Infra.Sandbox.Deployments.Messages;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform.Document;

namespace Infra.Sandbox.Tests.Deployments.Messages;

public sealed class PlanTextTests
{
    [Theory]
    [InlineData("aws_vpc.shop: Refreshing state... [id=vpc-1]", true)]
    [InlineData("data.aws_caller_identity.current: Reading...", true)]
    [InlineData("data.aws_caller_identity.current: Read complete after 0s [id=1]", true)]
    [InlineData("aws_subnet.a[\"b\"]: Refreshing state... [id=subnet-1]", true)]
    [InlineData("\e[0m\e[1maws_vpc.shop: Refreshing state... [id=vpc-1]\e[0m", true)]
    [InlineData("  # aws_vpc.shop will be created", false)]
    [InlineData("No changes. Your infrastructure matches the configuration.", false)]
    [InlineData("", false)]
    public void RefreshLine_IsDetected(string line, bool isRefresh) => Assert.Equal(isRefresh, PlanText.IsRefresh(line));

    [Fact]
    public void Errors_MapToTheirProperties()
    {
        var bucket = new ResourceKey("aws:s3/bucket:Bucket", "shop");
        var sources = new SourceMap([null, new PropertyOrigin(bucket, ""), new PropertyOrigin(bucket, "acl")], []);

        string[] lines = ["Error", "  on main.tf.json line 3, in resource:", "on main.tf.json line 3", "on main.tf.json line 9", "on other line 2"];

        Assert.Equal(["aws:s3/bucket:Bucket::shop: acl"], PlanText.Places(lines, sources));
    }
}
