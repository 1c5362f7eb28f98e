using Infra.Tasks;

namespace Infra.Tests.Tasks;

public sealed class CallTargetTests
{
    [Fact]
    public void Name_WithoutPort_TargetsContainerPort()
    {
        Assert.True(CallTarget.TryParse("admin", out var target));
        Assert.Equal(new CallTarget("admin", null), target);
    }

    [Theory]
    [InlineData("admin:9090", 9090, 9090)]
    [InlineData("admin:9100-9155", 9100, 9155)]
    public void Name_WithPort_TargetsPortRange(string text, int first, int last)
    {
        Assert.True(CallTarget.TryParse(text, out var target));
        Assert.Equal(new CallTarget("admin", new PortRange(first, last)), target);
    }

    [Theory]
    [InlineData("admin:")]
    [InlineData("admin:0")]
    [InlineData("admin:65536")]
    [InlineData("admin:9155-9100")]
    [InlineData("admin:80:81")]
    public void Text_WithInvalidPort_IsRejected(string text) => Assert.False(CallTarget.TryParse(text, out _));
}
