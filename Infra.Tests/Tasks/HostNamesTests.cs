using Infra.Tasks;

namespace Infra.Tests.Tasks;

public sealed class HostNamesTests
{
    [Theory]
    [InlineData("http://admin.shop.internal:3000/path")]
    [InlineData("admin.shop.internal")]
    [InlineData("user@ADMIN.shop.internal/db")]
    [InlineData("tcp://admin.shop.internal.:80")]
    [InlineData("admin.shop.internal.")]
    [InlineData("other-admin.shop.internal,admin.shop.internal")]
    public void IsIn_WholeName_IsTrue(string text) => Assert.True(HostNames.IsIn(text, "admin.shop.internal"));

    [Theory]
    [InlineData("")]
    [InlineData("http://my-admin.shop.internal")]
    [InlineData("http://new.admin.shop.internal")]
    [InlineData("http://admin.shop.internal.example.com")]
    [InlineData("http://admin.shop.internals")]
    public void IsIn_PartOfLongerName_IsFalse(string text) => Assert.False(HostNames.IsIn(text, "admin.shop.internal"));
}
