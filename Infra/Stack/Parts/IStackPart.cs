using Pulumi;

namespace Infra.Stack.Parts;

/// <summary>A part of the stack as it was made. <see cref="StackParts"/> folds the parts into what tasks and monitoring need.</summary>
internal interface IStackPart
{
    /// <summary>The values behind the names in <c>${…}</c> of its <see cref="PartDescription"/>.</summary>
    IReadOnlyDictionary<string, Output<string>> Placeholders => ImmutableDictionary<string, Output<string>>.Empty;

    /// <summary>The secrets of its <see cref="PartDescription"/>.</summary>
    IReadOnlyDictionary<string, SecretSource> Secrets => ImmutableDictionary<string, SecretSource>.Empty;

    /// <summary>The ARNs that its permissions are about, by the names in <see cref="PartPermission.Of"/>.</summary>
    IReadOnlyDictionary<string, Output<string>> Arns => ImmutableDictionary<string, Output<string>>.Empty;

    /// <summary>Whether tasks cannot become healthy before it exists, and need it until they have stopped.</summary>
    bool IsNeededByTasks => false;

    /// <summary>The ARNs of the resources that AWS Backup backs up.</summary>
    IEnumerable<Output<string>> BackupArns => [];

    /// <summary>The alarms on its metrics.</summary>
    IEnumerable<AlarmSubject> Alarms(AlarmsConfig thresholds) => [];

    /// <summary>Its rows on the dashboard.</summary>
    IEnumerable<DashboardRow> DashboardRows => [];
}

/// <summary>The source of a secret for a container.</summary>
/// <param name="ValueFrom">The reference that the container definition holds.</param>
/// <param name="Permission">The permission to read it that the execution role needs.</param>
internal sealed record SecretSource(Output<string> ValueFrom, Output<ReadPermission> Permission);
