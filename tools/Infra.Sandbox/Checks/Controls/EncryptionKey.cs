using static Infra.Stack.StackKeys;

namespace Infra.Sandbox.Checks.Controls;

/// <summary>The customer managed key of a stack.</summary>
internal static class EncryptionKey
{
    public static string Of(CheckContext context) => context.Key(Key(stack => stack.KmsKeyArn));

    /// <param name="context">The stack.</param>
    /// <param name="note">What else to know.</param>
    public static Remedy Remedy(CheckContext context, string note) => Checks.Remedy.Set(
        Of(context),
        $"arn:aws:kms:{context.Config.Region}:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        $"Put in the ARN of your own key, whose policy must let the services use it. {note}");
}
