using Pulumi;

namespace Infra.Secrets;

/// <summary>A random password of letters and digits, which need no escaping in a URL. It changes only with its version.</summary>
internal static class GeneratedPassword
{
    // Version 1 is no keeper: adding a keeper to a password replaces it.
    public static Output<string> Create(string name, int length, int version, CustomResourceOptions options)
    {
        var password = new Pulumi.Random.RandomPasswordArgs { Length = length, Special = false };
        if (version != 1)
        {
            password.Keepers = new InputMap<string> { ["version"] = $"{version}" };
        }

        return new Pulumi.Random.RandomPassword(name, password, options).Result;
    }
}
