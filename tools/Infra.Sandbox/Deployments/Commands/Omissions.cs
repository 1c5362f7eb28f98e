using Infra.Sandbox.Deployments.Runs;
using Infra.Sandbox.Terraform;

namespace Infra.Sandbox.Deployments.Commands;

/// <summary>Describes the differences between the deployment and the program.</summary>
internal static class Omissions
{
    public static IEnumerable<string> Describe(TerraformProgram program, ProviderLock provider)
    {
        if (!program.UnknownInputs.IsEmpty)
        {
            yield return $"Omitted, because {provider.DisplayName} does not support it:";
            foreach (var resource in program.UnknownInputs.GroupBy(input => input.Resource))
            {
                yield return $"    {resource.Key}: {string.Join(", ", resource.Select(input => input.Path))}";
            }
        }

        var differences = program.OmittedOptions.Select(option => (option.Resource, What: option.Option, option.Reason))
            .Concat(program.EmulatorDifferences.Select(difference => (difference.Resource, What: difference.Attribute, difference.Reason)))
            .ToList();
        if (differences.Count > 0)
        {
            yield return "Omitted or changed in the sandbox:";
            foreach (var resource in differences.GroupBy(difference => (difference.Resource, difference.Reason), difference => difference.What))
            {
                yield return $"    {resource.Key.Resource}: {string.Join(", ", resource)}: {resource.Key.Reason}";
            }
        }
    }
}
