namespace Infra.Configuration;

/// <summary>Who decides which revision of the task definition a service runs.</summary>
internal enum RevisionOwner
{
    /// <summary>the stack file: each deployment runs what it says</summary>
    Stack,

    /// <summary>a pipeline of its own, which registers revisions and updates the service; a deployment of the stack keeps what runs</summary>
    Pipeline,
}
