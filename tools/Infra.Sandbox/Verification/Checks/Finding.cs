namespace Infra.Sandbox.Verification.Checks;

/// <summary>Something in AWS that differs from the stack, or that could not be read.</summary>
/// <param name="Key">The key of the stack file that it is about.</param>
/// <param name="Text">What differs.</param>
/// <param name="Fix">The way to correct it.</param>
internal sealed record Finding(string Key, string Text, string Fix)
{
    /// <summary>Pulumi does not see changes made by others until it refreshes its state.</summary>
    public const string Refresh = "run pulumi up --refresh";
}
