using Infra.Configuration.Binding;

namespace Infra.Stack.Parts;

/// <summary>
/// A part of the stack as its configuration describes it. Everything that other parts and the rules need to know of it is said here,
/// once; see <see cref="StackConfig.Parts"/> for the list.
/// </summary>
internal abstract record PartDescription
{
    /// <summary>Its key in the stack file.</summary>
    public abstract KeyPath Key { get; }

    /// <summary>Whether the stack has the part.</summary>
    public abstract bool IsPresent { get; }

    /// <summary>The first word of its names in <c>${…}</c>: <c>bucket</c> in <c>${bucket.uploads}</c>.</summary>
    public virtual string Word => Key.Text;

    /// <summary>The names that <c>${…}</c> may use.</summary>
    public virtual IReadOnlyList<string> Placeholders => [];

    /// <summary>The secrets that a task may name in <c>from</c>.</summary>
    public virtual IReadOnlyList<string> Secrets => [];

    /// <summary>Whether tasks may list it in <c>uses</c>.</summary>
    public virtual bool IsListedInUses => false;

    /// <summary>The security group and ports to which the tasks that use it connect; null where they connect to none.</summary>
    public virtual NetworkTarget? Target => null;

    /// <summary>Whether it is placed in isolated subnets.</summary>
    public virtual bool NeedsIsolatedSubnets => false;

    /// <summary>Whether it has alarms and graphs even in a stack without services.</summary>
    public virtual bool IsMonitored => false;

    /// <summary>The names that AWS accepts for its resources.</summary>
    public virtual IReadOnlyList<AwsName> PhysicalNames => [];

    /// <summary>Checks its block of the stack file.</summary>
    public virtual void Check(StackConfig config, RuleChecker rules)
    {
    }

    /// <summary>Whether a task uses the part: it lists it in <c>uses</c>, reads one of its secrets, or names one of its values.</summary>
    public virtual bool IsUsedBy(TaskUses task) =>
        task.Uses.Contains(Key.Text) || task.SecretNames.Any(Secrets.Contains) || task.PlaceholderNames.Any(Placeholders.Contains);

    /// <summary>The permissions in AWS that a task's use of the part needs.</summary>
    public virtual IEnumerable<PartPermission> PermissionsFor(TaskUses task, AwsScope scope) => [];

    /// <summary>The ARN behind a name of <see cref="PartPermission.Of"/>, with as many characters as it will have.</summary>
    public virtual string PlannedArn(string name, PlannedNames planned) => throw new ArgumentException($"{Key} has no ARN named {name}", nameof(name));

    /// <summary>The value behind a name in <c>${…}</c>, with as many characters as it will have.</summary>
    public virtual string PlannedValue(string name, PlannedNames planned) => planned.Cluster;

    /// <summary>The reason why a name that begins with <see cref="Word"/> has no value; null where the part is present.</summary>
    public virtual string? MissingReason(string name) =>
        IsPresent ? null : $"this stack has no {Key}; add app:{Key} or remove it";
}

/// <summary>A security group and the TCP ports it is reached on.</summary>
internal sealed record NetworkTarget(TrafficPeer Peer, PortRange Ports);

/// <summary>The region and the customer key, if any, of the resources that a policy is about.</summary>
internal sealed record AwsScope(string Region, string? KmsKeyArn);

/// <summary>A policy statement about resources of a part, before their ARNs are known.</summary>
/// <param name="Of">The names of the resources, as <see cref="IStackPart.Arns"/> knows them.</param>
/// <param name="Statement">The statement, given the ARNs in the order of the names.</param>
internal sealed record PartPermission(IReadOnlyList<string> Of, Func<IReadOnlyList<string>, PolicyStatement> Statement)
{
    /// <summary>A statement about one resource.</summary>
    public PartPermission(string of, Func<string, PolicyStatement> statement)
        : this([of], arns => statement(arns[0]))
    {
    }

    /// <summary>A statement that is known already.</summary>
    public PartPermission(PolicyStatement statement)
        : this([], _ => statement)
    {
    }

    /// <summary>The use of the customer key through a service: none without a key, or where the task uses nothing of the service.</summary>
    public static IEnumerable<PartPermission> OfKey(string service, AwsScope scope, int used, bool isReadOnly) => scope.KmsKeyArn is not { } key || used == 0 ? []
        : [new(isReadOnly ? KeyPermissions.Read(key, scope.Region, service) : KeyPermissions.Write(key, scope.Region, service))];
}
