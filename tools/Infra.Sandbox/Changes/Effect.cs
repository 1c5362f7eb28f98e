namespace Infra.Sandbox.Changes;

/// <summary>A consequence of a change, in AWS's own terms.</summary>
/// <param name="Kind">The kind of consequence.</param>
/// <param name="Text">A sentence for operators, with its duration and time where AWS states them.</param>
/// <param name="Source">The page of AWS's documentation that says so.</param>
internal sealed record Effect(EffectKind Kind, string Text, Uri Source);

/// <summary>Kinds of consequences, the most harmful first.</summary>
internal enum EffectKind
{
    /// <summary>data is deleted</summary>
    DataLoss,

    /// <summary>users are not served for a time</summary>
    Downtime,

    /// <summary>some requests or connections fail</summary>
    Interruption,

    /// <summary>a resource restarts</summary>
    Restart,

    /// <summary>another change cannot bring the old state back</summary>
    Irreversible,

    /// <summary>AWS applies the change later, in the maintenance window</summary>
    Pending,

    /// <summary>tasks are replaced by new ones, without an interruption</summary>
    Deployment,

    /// <summary>old and new are billed at the same time</summary>
    Cost,
}
