using Infra.Configuration.Binding;

namespace Infra.Services;

/// <summary>The names of services in <c>${…}</c>.</summary>
/// <param name="HasMain">Whether the stack has <c>app:service</c>.</param>
/// <param name="DiscoveryNames">The discovery names of services.</param>
internal sealed record ServicesDescription(bool HasMain, IReadOnlyList<string> DiscoveryNames) : PartDescription
{
    public const string Name = "service.name";
    public const string Arn = "service.arn";

    public override KeyPath Key => StackKeys.Key(stack => stack.Service);

    public override bool IsPresent => HasMain;

    public override IReadOnlyList<string> Placeholders => [.. HasMain ? [Name, Arn] : (string[])[], .. DiscoveryNames.Select(Discovery)];

    public static string Discovery(string name) => $"discovery.{name}";

    public override string? MissingReason(string name) => HasMain ? null : "this stack has no app:service";
}
