using Pulumi;

namespace Infra.Sandbox;

/// <summary>What is said about a failure: what a person is meant to read as it is, anything else without its stack trace.</summary>
internal static class FailureText
{
    private const string UnexpectedStart = "Running program '";
    private const string StackFrame = "\n   at ";

    public static string Of(Exception exception, bool verbose) => exception switch
    {
        AggregateException { InnerExceptions: var inner } => string.Join('\n', inner.Select(one => Of(one, verbose)).Distinct()),
        _ when verbose && !IsForPeople(exception) => exception.ToString(),
        RunException => OfProgram(exception.Message),
        UnauthorizedAccessException => $"{exception.Message}\nCheck who owns it and who may read and write it.",
        _ => $"{exception.Message}\nUse --verbose to see where this comes from.",
    };

    private static bool IsForPeople(Exception exception) =>
        exception is RunException && !exception.Message.StartsWith(UnexpectedStart, StringComparison.Ordinal);

    // Of an unexpected exception of the program the SDK only hands on the text: a headline, the exception and its stack trace.
    private static string OfProgram(string message)
    {
        if (!message.StartsWith(UnexpectedStart, StringComparison.Ordinal))
        {
            return message;
        }

        var exception = message[(message.IndexOf('\n') + 1)..];
        var end = exception.IndexOf(StackFrame, StringComparison.Ordinal);
        return $"{(end < 0 ? exception : exception[..end]).TrimEnd()}\nUse --verbose to see where this comes from.";
    }
}
