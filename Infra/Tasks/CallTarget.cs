using Infra.Services;

namespace Infra.Tasks;

/// <summary>A service that a task calls, as the stack file names it, and on which ports.</summary>
/// <param name="Service">The service's name; <see cref="Main"/> for <c>app:service</c>.</param>
/// <param name="Ports">The ports; null for the one on which it serves HTTP.</param>
internal sealed record CallTarget(string Service, PortRange? Ports)
{
    /// <summary>What <c>app:service</c> is called among the services.</summary>
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
