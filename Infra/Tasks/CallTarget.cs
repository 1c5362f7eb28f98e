namespace Infra.Tasks;

/// <summary>An entry of <c>calls</c>: a service, and the ports that a task connects to.</summary>
/// <param name="Service">The service's name; <see cref="Main"/> for <c>app:service</c>.</param>
/// <param name="Ports">The ports; null for the <c>containerPort</c>.</param>
internal sealed record CallTarget(string Service, PortRange? Ports)
{
    /// <summary>The name of <c>app:service</c> in <c>calls</c>.</summary>
    public const string Main = "service";

    /// <summary>Reads <c>admin</c>, <c>admin:9090</c> or <c>admin:9100-9155</c>.</summary>
    public static bool TryParse(string text, out CallTarget target)
    {
        var parts = text.Split(':', 2);
        target = new CallTarget(parts[0], null);
        if (parts.Length == 1)
        {
            return true;
        }

        if (!PortRange.TryParse(parts[1], out var ports))
        {
            return false;
        }

        target = target with { Ports = ports };
        return true;
    }
}
