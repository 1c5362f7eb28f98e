namespace Infra.Sandbox.Changes.Engine;

/// <summary>The option <c>protect</c>: the engine refuses in its preview, so that nothing is changed at all.</summary>
internal static class Protection
{
    private const string Remedy =
        "Set deletionProtection to false for it with an update of its own first, or run \"pulumi state unprotect\" with its URN.";

    public static IEnumerable<UpdateProblem> Of(IEnumerable<UpdateStep> steps) =>
        from step in steps
        where Refuses(step)
        select UpdateProblem.BeforeFirstStep(
            step.Change, $"{step.Change.Key.Name} is protected, and Pulumi neither replaces nor deletes a protected resource.", Remedy);

    // Taking the protection away and replacing in one update is allowed, unless the resource goes with another; deleting never is.
    private static bool Refuses(UpdateStep step) => step.Kind switch
    {
        StepKind.Delete => step.Change.Old!.Settings.Protect,
        StepKind.DeleteReplaced => step.Change is { Old.Settings.Protect: true, New.Settings.Protect: true },
        _ => false,
    };
}
