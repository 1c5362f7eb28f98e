using Infra.Configuration.Binding;

namespace Infra.LoadBalancing;

/// <summary>Describes the address at which users reach the services over HTTP.</summary>
/// <param name="HasHttp">Whether any service has a container port.</param>
internal sealed record HttpEntryDescription(bool HasHttp) : PartDescription
{
    public const string Host = "service.host";
    public const string Url = "service.url";

    public override KeyPath Key => StackKeys.Key(stack => stack.LoadBalancer);

    public override string Word => "service";

    public override bool IsPresent => HasHttp;

    public override IReadOnlyList<string> Placeholders => HasHttp ? [Host, Url] : [];

    public override string? MissingReason(string name) =>
        HasHttp || name is not (Host or Url) ? null : "no service of this stack has a containerPort";
}
