using Pulumi;

namespace Infra.Secrets;

/// <summary>Random letters and digits that stay the same until their version is another. Special characters would have to be escaped in a URL.</summary>
internal static class GeneratedPassword
{
    // The first version is not written down: a keeper that is new to a password replaces it.
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
