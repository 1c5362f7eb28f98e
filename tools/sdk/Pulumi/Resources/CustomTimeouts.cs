namespace Pulumi;

/// <summary>How long a provider may take for one operation on a resource before that counts as failed.</summary>
public sealed class CustomTimeouts
{
    public TimeSpan? Create { get; set; }

    public TimeSpan? Update { get; set; }

    public TimeSpan? Delete { get; set; }
}
