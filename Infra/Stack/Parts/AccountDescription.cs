namespace Infra.Stack.Parts;

/// <summary>The AWS account and region of the stack.</summary>
internal sealed record AccountDescription : PartDescription
{
    public const string Region = "aws.region";
    public const string AccountId = "aws.accountId";

    public override string Key => "aws";

    public override bool IsPresent => true;

    public override IReadOnlyList<string> Placeholders => [Region, AccountId];
}
