namespace Pulumi;

/// <summary>A set of named arguments; members marked with <see cref="InputAttribute"/> are sent to the provider.</summary>
public abstract class InputArgs
{
    private protected InputArgs()
    {
    }
}

/// <summary>The arguments of a resource, or an object nested in them.</summary>
public abstract class ResourceArgs : InputArgs
{
    public static readonly ResourceArgs Empty = new EmptyArgs();

    private sealed class EmptyArgs : ResourceArgs;
}

/// <summary>The arguments of a provider function, or an object nested in them.</summary>
public abstract class InvokeArgs : InputArgs
{
    public static readonly InvokeArgs Empty = new EmptyArgs();

    private sealed class EmptyArgs : InvokeArgs;
}
