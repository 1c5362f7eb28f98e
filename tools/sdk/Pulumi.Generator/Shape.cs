namespace Pulumi.Generator;

/// <summary>The same schema type has another C# type in each of these places.</summary>
internal enum Shape
{
    /// <summary>Arguments that accept outputs.</summary>
    Input,

    /// <summary>Arguments that are known at once.</summary>
    Plain,

    /// <summary>A provider's result.</summary>
    Output,
}
