namespace Pulumi;

/// <summary>An error for the operator: its message is shown as it is, without a stack trace.</summary>
public class RunException : Exception
{
    public RunException(string message)
        : base(message)
    {
    }

    public RunException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>An error that belongs to one resource, so that it can be shown beside it.</summary>
public class ResourceException(string message, Resource? resource, bool hideStack = false) : Exception(message)
{
    internal Resource? Resource { get; } = resource;

    internal bool HideStack { get; } = hideStack;
}

/// <summary>A failure to write a log message; it is not logged again.</summary>
public class LogException(Exception exception) : Exception("Error occurred during logging", exception);
