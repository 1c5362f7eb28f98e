using Infra.Configuration.Binding;
using Infra.Stack.Rules;
using Pulumi;

namespace Infra.Stack;

/// <summary>Turns configuration values into a checked <see cref="StackConfig"/>, or into one error with every problem.</summary>
internal static class StackConfigLoader
{
    /// <summary>The configuration that the Pulumi CLI gives to the program it runs; warnings go to its log.</summary>
    public static StackConfig Load()
    {
        var config = Load(PulumiConfiguration.Read(Deployment.Instance.ProjectName), Deployment.Instance.StackName);
        foreach (var warning in config.Warnings)
        {
            Log.Warn(warning.ToString());
        }

        return config;
    }

    /// <exception cref="RunException">Something is wrong; Pulumi shows its message as it is, without a stack trace.</exception>
    public static StackConfig Load(ConfigValues values, string stackName, TimeProvider? clock = null)
    {
        var problems = new ConfigProblems(stackName);
        var config = WithDeployment(ConfigBinder.Bind<StackConfig>(values, problems, SecretReferences.In, NamespaceRules.Known), stackName);
        StackRules.Check(config, values, problems, clock);
        if (problems.Any)
        {
            throw new RunException(problems.Message());
        }

        return config with
        {
            Warnings = problems.Warnings,
            Region = values.FindKey(RegionRules.Key)!.Text!,
            SecretValues = SecretReferences.In(config).Distinct().ToDictionary(key => key, key => SecretOutput(values.Find(key)!)),
        };
    }

    // The only value that depends on the name of the stack.
    private static StackConfig WithDeployment(StackConfig config, string stackName) => config.Domain is not { } domain
        ? config
        : config with { Domain = domain with { Deployment = new ResourceNames(config.Name, stackName).Deployment } };

    // An encrypted value that cannot be read here, as in a preview without a passphrase, is still a secret, only not a known one.
    private static Output<string> SecretOutput(ConfigValue value) => Output.CreateSecret(
        value.Text is { } text ? Output.Create(text) : Pulumi.Utilities.OutputUtilities.CreateUnknown(""));
}
