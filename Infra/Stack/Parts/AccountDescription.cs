using Infra.Configuration.Binding;

namespace Infra.Stack.Parts;

/// <summary>The AWS account and region of the stack.</summary>
internal sealed record AccountDescription : PartDescription
{
    public const string Region = "aws.region";
    public const string AccountId = "aws.accountId";

    public override KeyPath Key => default;

    public override string Word => "aws";

    public override bool IsPresent => true;

    public override IReadOnlyList<string> Placeholders => [Region, AccountId];

    public override string PlannedValue(string name, PlannedNames planned) => name == Region ? PlannedNames.Region : PlannedNames.Account;
}
