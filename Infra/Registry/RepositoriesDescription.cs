using Infra.Configuration.Binding;

namespace Infra.Registry;

/// <summary>The image repositories as other parts know them.</summary>
internal sealed record RepositoriesDescription(IReadOnlyDictionary<string, RepositoryConfig> Config) : PartDescription
{
    public override KeyPath Key => StackKeys.Key(stack => stack.Repositories);

    public override string Word => "repository";

    public override bool IsPresent => Config.Count > 0;

    public override IReadOnlyList<string> Placeholders => [.. Config.Keys.Select(Placeholder)];

    public static string Placeholder(string repository) => $"repository.{repository}";

    public override string PlannedValue(string name, PlannedNames planned) =>
        $"{PlannedNames.Account}.dkr.ecr.{PlannedNames.Region}.amazonaws.com/{planned.Deployment}";

    public override void Check(StackConfig config, RuleChecker rules) => RepositoryRules.Check(config, rules);
}
