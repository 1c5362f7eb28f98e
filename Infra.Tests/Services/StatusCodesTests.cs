using Infra.Services;

namespace Infra.Tests.Services;

public sealed class StatusCodesTests
{
    [Theory]
    [InlineData("200", null)]
    [InlineData("200,302", null)]
    [InlineData("200-399", null)]
    [InlineData("200-299,404", null)]
    [InlineData("301-301", null)]
    [InlineData("399-200", "399-200 is reversed; use 200-399")]
    [InlineData("200,499-400", "499-400 is reversed; use 400-499")]
    [InlineData("200-299-399", "200-299-399 is not a range; use one such as 200-399")]
    public void Problem_InvalidRange_IsReported(string text, string? expected) => Assert.Equal(expected, StatusCodes.Problem(text));
}
