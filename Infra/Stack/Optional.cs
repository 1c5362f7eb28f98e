using Pulumi;

namespace Infra.Stack;

/// <summary>Outputs of what a stack may lack.</summary>
internal static class Optional
{
    /// <summary>The value, or an output of null where there is nothing that could have one.</summary>
    public static Output<string?> Of(Output<string>? value) => value?.Apply(known => (string?)known) ?? Output.Create((string?)null);
}
