using Infra.Sandbox.Deployments.Runs;
using Infra.Sandbox.Terraform;

namespace Infra.Sandbox.Deployments.Commands;

/// <summary>Says in what the deployment is not what the program says.</summary>
internal static class LeftOut
{
    public static IEnumerable<string> Describe(TerraformProgram program, ProviderLock provider)
    {
        if (!program.UnknownInputs.IsEmpty)
        {
            yield return $"Left out, because {provider.ShownName} does not know it:";
            foreach (var input in program.UnknownInputs)
            {
                yield return $"    {input.Resource}: {input.Path}";
            }
        }

        if (!program.OmittedOptions.IsEmpty || !program.EmulatorDifferences.IsEmpty)
        {
            yield return "Left out or different here:";
            foreach (var option in program.OmittedOptions)
            {
                yield return $"    {option.Resource}: {option.Option}: {option.Reason}";
            }

            foreach (var difference in program.EmulatorDifferences)
            {
                yield return $"    {difference.Resource}: {difference.Attribute}: {difference.Reason}";
            }
        }
    }
}
