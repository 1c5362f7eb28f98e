using Pulumi;

namespace Infra.Stack.Parts;

/// <summary>The parts of the stack that tasks and monitoring build on.</summary>
/// <param name="descriptions">The parts as the stack file describes them.</param>
/// <param name="made">The parts that were made; null for those that the stack does not have.</param>
internal sealed class StackParts(IReadOnlyList<PartDescription> descriptions, params IReadOnlyList<IStackPart?> made)
{
    private readonly IReadOnlyList<IStackPart> _made = [.. made.OfType<IStackPart>()];

    public IReadOnlyList<PartDescription> Descriptions => descriptions;

    public IReadOnlyList<IStackPart> Made => _made;

    /// <summary>The values of the names in <c>${…}</c>.</summary>
    public Placeholders Placeholders => field ??= new Placeholders(_made.SelectMany(part => part.Placeholders).ToDictionary());

    /// <summary>The secrets that tasks may name in <c>from</c>.</summary>
    public IReadOnlyDictionary<string, SecretSource> Secrets => field ??= _made.SelectMany(part => part.Secrets).ToDictionary();

    /// <summary>The resources that tasks wait for, and that outlast them.</summary>
    public IEnumerable<Resource> NeededByTasks => _made.Where(part => part.IsNeededByTasks).OfType<Resource>();

    public IEnumerable<Output<string>> BackupArns => _made.SelectMany(part => part.BackupArns);

    public IEnumerable<DashboardRow> DashboardRows => _made.SelectMany(part => part.DashboardRows);

    private IReadOnlyDictionary<string, Output<string>> Arns => field ??= _made.SelectMany(part => part.Arns).ToDictionary();

    /// <summary>The policy statements for what a task uses, each limited to the resources it names.</summary>
    public IEnumerable<Output<PolicyStatement>> PermissionsFor(TaskUses task, AwsScope scope) => descriptions
        .SelectMany(description => description.PermissionsFor(task, scope))
        .Select(permission => Output.All(permission.Of.Select(name => Arns[name])).Apply(arns => permission.Statement(arns)));

    public IEnumerable<AlarmSubject> Alarms(AlarmsConfig thresholds) => _made.SelectMany(part => part.Alarms(thresholds));

    /// <summary>The same parts and the given ones, which come first on the dashboard.</summary>
    public StackParts With(params IReadOnlyList<IStackPart?> more) => new(descriptions, [.. more, .. _made]);
}
