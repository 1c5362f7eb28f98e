using Infra.Configuration.Binding;

namespace Infra.Stack;

/// <summary>The text is the ARN of something of a service, in an account.</summary>
/// <param name="service">The service, such as <c>kms</c>.</param>
/// <param name="resource">The regular expression of what stands behind the account.</param>
/// <param name="description">What it is the ARN of, such as <c>the ARN of a KMS key</c>.</param>
internal class ArnAttribute(string service, string resource, string description) : TextRuleAttribute(description)
{
    /// <summary>The region that the ARN must name.</summary>
    public ArnPlace Place { get; init; } = ArnPlace.RegionOfTheStack;

    public override string Pattern => Place == ArnPlace.NoRegion
        ? $"^arn:[^:]*:{service}::([0-9]{{12}}|aws):({resource})$"
        : $"^arn:[^:]*:{service}:[^:]+:[0-9]{{12}}:({resource})$";

    public override bool Accepts(string text) => ProblemOf(text) is null;

    public override string? ProblemOf(string text) =>
        Arn.Find(text) is not { } arn || arn.Service != service || !WholeText.Matches(arn.Resource, resource) ? $"is not valid; use {Description}"
        : (arn.Region.Length == 0) != (Place == ArnPlace.NoRegion) ? $"{(arn.Region.Length == 0 ? "names no region" : "names a region")}; use {Description}"
        : !arn.HasAccount && !IsOfAws(arn) ? $"names the account \"{arn.Account}\"; account ids have 12 digits"
        : null;

    private bool IsOfAws(Arn arn) => Place == ArnPlace.NoRegion && arn.Account == "aws";
}

/// <summary>The text is the ARN of a KMS key; aliases have ARNs too, but name no key to RDS and others.</summary>
internal sealed class KmsKeyArnAttribute() : ArnAttribute("kms", "key/[A-Za-z0-9-]+", "the ARN of a KMS key");
