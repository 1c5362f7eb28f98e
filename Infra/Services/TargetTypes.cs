using Infra.Tasks;

namespace Infra.Services;

/// <summary>How a load balancer finds tasks.</summary>
internal static class TargetTypes
{
    /// <summary>By address, or where tasks have none of their own by the instance they run on.</summary>
    public static string Of(ServiceConfig service) => service.NetworkMode == NetworkMode.Host ? "instance" : "ip";
}
