namespace Infra.Planning;

/// <summary>The names around one kind of task.</summary>
/// <param name="Logical">The logical name, which is also that of the service in its cluster and of the container in its task.</param>
/// <param name="Family">The family of task definitions.</param>
/// <param name="LogGroup">Where the task logs.</param>
internal sealed record TaskNames(string Logical, string Family, string LogGroup)
{
    /// <summary>The name of the container; that of the service too.</summary>
    public string Container => Logical;
}
