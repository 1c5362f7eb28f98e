using Infra.Sandbox.Changes.Facts;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Comparison;

/// <summary>The inputs that reach AWS: those of the program, without what is ignored.</summary>
internal static class EffectiveInputs
{
    public static PropertyValue.Map Of(ResourceNode running, ResourceNode wanted)
    {
        var given = IgnoredPaths.Reset(running.Inputs, wanted.Inputs, wanted.Settings.IgnoreChanges);
        return SuppressedChanges.Leave(wanted.Key.Type, running.Inputs, UnsetValues.Fill(wanted.Key.Type, running.Inputs, given));
    }
}
