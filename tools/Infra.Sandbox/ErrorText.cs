using Infra.Sandbox.Deployments.Commands;
using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Terraform;
using Infra.Sandbox.Verification.Aws;
using Pulumi;

namespace Infra.Sandbox;

/// <summary>Formats a failure: the message, with a stack trace only for an unexpected error and with <c>--verbose</c>.</summary>
internal static class ErrorText
{
    private const string UnexpectedStart = "Running program '";
    private const string Hint = "\nUse --verbose for the stack trace.";
    private const string StackFrame = "\n   at ";

    public static string Of(Exception exception, bool verbose) => exception switch
    {
        AggregateException { InnerExceptions: var inner } => string.Join('\n', inner.Select(one => Of(one, verbose)).Distinct()),
        OperationCanceledException => "Interrupted; run the command again to continue.",
        _ when IsExpected(exception) => exception.Message,
        _ when verbose => exception.ToString(),
        RunException => $"{WithoutStackTrace(exception.Message)}{Hint}",
        UnauthorizedAccessException => $"{exception.Message}\nCheck its owner and permissions.",
        _ => $"{exception.Message}{Hint}",
    };

    private static bool IsExpected(Exception exception) => exception switch
    {
        RunException => !exception.Message.StartsWith(UnexpectedStart, StringComparison.Ordinal),
        UsageException or MissingToolException or TranslationException or AwsCallException => true,
        _ => false,
    };

    // The SDK passes on an unexpected exception of the program as text: a headline, the exception and its stack trace.
    private static string WithoutStackTrace(string message)
    {
        var exception = message[(message.IndexOf('\n') + 1)..];
        var end = exception.IndexOf(StackFrame, StringComparison.Ordinal);
        return (end < 0 ? exception : exception[..end]).TrimEnd();
    }
}
