namespace Infra.Facts;

/// <summary>The result of checking a value against the facts: an error, or a warning where the value may be newer than the facts.</summary>
internal sealed record Finding(string Message, bool IsError)
{
    public static Finding Error(string message) => new(message, IsError: true);

    public static Finding Warning(string message) => new(message, IsError: false);
}
