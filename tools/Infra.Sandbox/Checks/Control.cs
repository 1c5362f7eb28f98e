namespace Infra.Sandbox.Checks;

/// <summary>The severity that AWS gives to a control, the least first.</summary>
internal enum Severity
{
    Low,
    Medium,
    High,
    Critical,
}

/// <summary>The standard that a control belongs to.</summary>
internal enum Standard
{
    /// <summary>AWS Foundational Security Best Practices</summary>
    Foundational,

    /// <summary>AWS Well-Architected Framework</summary>
    WellArchitected,

    /// <summary>only in other standards of Security Hub, such as NIST SP 800-53</summary>
    Other,

    /// <summary>the exceptions of the stack file</summary>
    Exceptions,
}

/// <summary>Whether a stack file decides about a control.</summary>
internal enum ControlState
{
    Checked,

    /// <summary>the program always meets it</summary>
    Met,

    /// <summary>no key of a stack file meets it</summary>
    Unmet,

    /// <summary>the program creates no resource of its type</summary>
    Absent,

    /// <summary>only AWS knows</summary>
    Runtime,
}

/// <summary>A control of AWS Security Hub, or a best practice of the Well-Architected Framework.</summary>
/// <param name="Id">AWS's ID, such as ELB.5.</param>
/// <param name="State">Whether a stack file decides about it.</param>
/// <param name="Text">What must hold, or the reason for the state.</param>
internal sealed record Control(string Id, ControlState State, string Text)
{
    public Severity Severity { get; init; }

    public Standard Standard { get; init; }

    /// <summary>The best practice of the Well-Architected Framework that it is part of, such as SEC04-BP01; null if there is none.</summary>
    public string? BestPractice { get; init; }

    /// <summary>AWS's page about it.</summary>
    public required Uri Page { get; init; }
}
