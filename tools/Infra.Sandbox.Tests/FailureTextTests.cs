using Infra.Sandbox;
using Pulumi;

namespace Infra.Sandbox.Tests;

public sealed class FailureTextTests
{
    private const string Unexpected =
        "Running program '/build/Infra.dll' failed with an unhandled exception:\n"
        + "System.NotSupportedException: no such thing\n   at Infra.InfraStack..ctor()";

    private const string Hint = "\nUse --verbose to see where this comes from.";

    [Fact]
    public void MessageForPeople_IsShownAsItIs() =>
        Assert.Equal("there is no stack", FailureText.Of(new RunException("there is no stack"), verbose: true));

    [Theory]
    [InlineData(false, "System.NotSupportedException: no such thing" + Hint)]
    [InlineData(true, "Pulumi.RunException: " + Unexpected)]
    public void UnexpectedExceptionOfTheProgram_IsShownWithoutItsStackTraceUnlessAsked(bool verbose, string text) =>
        Assert.Equal(text, FailureText.Of(new RunException(Unexpected), verbose));

    [Fact]
    public void UnexpectedException_IsShownWithoutItsStackTrace() =>
        Assert.Equal("no such thing" + Hint, FailureText.Of(new NotSupportedException("no such thing"), verbose: false));

    [Fact]
    public void MissingRights_AreSaidWithWhatToLookAt() => Assert.Equal(
        "Access to the path '/work' is denied.\nCheck who owns it and who may read and write it.",
        FailureText.Of(new UnauthorizedAccessException("Access to the path '/work' is denied."), verbose: false));

    [Fact]
    public void SeveralFailures_AreShownOnceEach() => Assert.Equal(
        "first\nsecond",
        FailureText.Of(new AggregateException(new RunException("first"), new RunException("second"), new RunException("first")), verbose: false));
}
