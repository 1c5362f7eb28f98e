namespace Infra.Sandbox.Changes.Aws;

/// <summary>A reason for AWS to refuse an operation.</summary>
/// <param name="Text">A sentence that begins with AWS's error code where there is one.</param>
/// <param name="Remedy">A sentence that says how to reach the same state.</param>
internal sealed record Refusal(string Text, string Remedy);

/// <summary>A rule of AWS about the resources that exist at the same time.</summary>
internal abstract class AwsRule
{
    /// <summary>The refusals of a creation.</summary>
    public virtual IEnumerable<Refusal> OnCreate(AwsState state, LiveResource created) => [];

    /// <summary>The refusals of an update in place.</summary>
    public virtual IEnumerable<Refusal> OnUpdate(AwsState state, LiveResource before, LiveResource after) => [];

    /// <summary>The refusals of a deletion.</summary>
    public virtual IEnumerable<Refusal> OnDelete(AwsState state, LiveResource deleted) => [];
}
