using Pulumi;

namespace Infra.Sandbox.Tests;

public sealed class ErrorTextTests
{
    private const string Unexpected =
        "Running program '/build/Infra.dll' failed with an unhandled exception:\n"
        + "System.NotSupportedException: no such thing\n   at Infra.InfraStack..ctor()";

    private const string Hint = "\nUse --verbose for the stack trace.";

    [Fact]
    public void ExpectedError_PrintsItsMessage() =>
        Assert.Equal("there is no stack", ErrorText.Of(new RunException("there is no stack"), verbose: true));

    [Theory]
    [InlineData(false, "System.NotSupportedException: no such thing" + Hint)]
    [InlineData(true, "Pulumi.RunException: " + Unexpected)]
    public void UnexpectedErrorOfTheProgram_PrintsTheStackTraceOnlyIfVerbose(bool verbose, string text) =>
        Assert.Equal(text, ErrorText.Of(new RunException(Unexpected), verbose));

    [Fact]
    public void UnexpectedError_PrintsNoStackTrace() =>
        Assert.Equal("no such thing" + Hint, ErrorText.Of(new NotSupportedException("no such thing"), verbose: false));

    [Fact]
    public void MissingPermissions_PrintAHint() => Assert.Equal(
        "Access to the path '/work' is denied.\nCheck its owner and permissions.",
        ErrorText.Of(new UnauthorizedAccessException("Access to the path '/work' is denied."), verbose: false));

    [Fact]
    public void SeveralErrors_PrintOnceEach() => Assert.Equal(
        "first\nsecond",
        ErrorText.Of(new AggregateException(new RunException("first"), new RunException("second"), new RunException("first")), verbose: false));
}
