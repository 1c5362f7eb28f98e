namespace Infra.Clusters;

/// <summary>The cluster as other parts know it.</summary>
internal sealed record ClusterDescription : PartDescription
{
    public const string Name = "cluster.name";

    public override string Key => "cluster";

    public override bool IsPresent => true;

    public override IReadOnlyList<string> Placeholders => [Name];
}
