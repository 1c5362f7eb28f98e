using Infra.Configuration.Binding;

namespace Infra.Clusters;

/// <summary>The cluster as other parts know it.</summary>
internal sealed record ClusterDescription : PartDescription
{
    public const string Name = "cluster.name";

    public override KeyPath Key => StackKeys.Key(stack => stack.Cluster);

    public override bool IsPresent => true;

    public override IReadOnlyList<string> Placeholders => [Name];

    public override void Check(StackConfig config, RuleChecker rules) => ClusterRules.Check(config, rules);
}
