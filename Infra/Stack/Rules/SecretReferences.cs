using Infra.Tasks;

namespace Infra.Stack.Rules;

/// <summary>The encrypted values of the stack file that its configuration names.</summary>
internal static class SecretReferences
{
    // Asked for before missing keys are filled in, so even a required block may be null here.
    public static IEnumerable<string> In(StackConfig config) =>
    [
        .. ((IEnumerable<TaskConfig?>)[config.Service, .. config.Services.Values, .. config.Jobs.Values])
            .SelectMany(task => task?.Secrets.Values.Select(secret => secret.Config).OfType<string>() ?? []),
        .. config.Authentication?.Oidc?.ClientSecretConfig is { } key ? [key] : (string[])[],
    ];
}
